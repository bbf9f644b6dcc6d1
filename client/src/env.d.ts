interface ImportMetaEnv {
  /** Address behind every "Contact support" link. */
  readonly VITE_SUPPORT_EMAIL?: string;
  /** Name of the service, also shown in the gateway's checkout. */
  readonly VITE_BRAND_NAME?: string;
}

interface ImportMeta {
  readonly env: ImportMetaEnv;
}

declare module '*.json?compiled' {
  import type { CompiledMessage } from 'icu-minify/format';

  const catalogue: Readonly<Record<string, CompiledMessage>>;
  // The way a JSON module is exported.
  // oxlint-disable-next-line import/no-default-export
  export default catalogue;
}
