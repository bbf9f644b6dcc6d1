interface ImportMetaEnv {
  /** Address behind every "Contact support" link. */
  readonly VITE_SUPPORT_EMAIL?: string;
  /** Name of the service, also shown in the gateway's checkout. */
  readonly VITE_BRAND_NAME?: string;
}

interface ImportMeta {
  readonly env: ImportMetaEnv;
}
