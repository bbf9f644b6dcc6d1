import { join } from 'node:path';
import type { Secrets } from './secrets.ts';
import type { Settings } from './settings.ts';

/** A key id in the gateway's shape that production refuses. */
const sandboxKeyId = 'rzp_test_sandbox0000001';

/** The file that moves the clock of API, jobs, tokens, sandbox and mailbox while they run; it holds e.g. `+23h`. */
export function clockFile({ dataDir }: Settings): string {
  return join(dataDir, 'clock-offset');
}

/** What all children get: the caller's environment, with the clock in a file instead of a variable. */
export function childEnvironment(settings: Settings): NodeJS.ProcessEnv {
  const { CLOCK_OFFSET: _kept, ...env } = settings.env;
  return { ...env, NODE_ENV: 'development', DATA_DIR: settings.dataDir, CLOCK_FILE: clockFile(settings) };
}

export function sandboxEnvironment(settings: Settings, secrets: Secrets): NodeJS.ProcessEnv {
  return {
    ...childEnvironment(settings),
    ...gatewayKeys(secrets),
    SANDBOX_PORT: `${settings.ports.sandbox}`,
    WEBHOOK_URL: `http://127.0.0.1:${settings.ports.api}/api/v1/payments/webhooks/razorpay`,
  };
}

type ApiParts = { mongodbUri: string; smtpUrl: string; secrets: Secrets };

/** The API's environment; what the caller has set itself is left as it is. */
export function apiEnvironment(settings: Settings, { mongodbUri, smtpUrl, secrets }: ApiParts): NodeJS.ProcessEnv {
  const gateway =
    settings.razorpayKeyId === undefined
      ? { ...gatewayKeys(secrets), RAZORPAY_BASE_URL: `http://127.0.0.1:${settings.ports.sandbox}` }
      : {};
  return {
    HOST: '127.0.0.1',
    // Nothing here has to notice that the API is about to go.
    DRAIN_SECONDS: '0',
    JWT_SECRET: secrets.jwtSecret,
    // No older release runs beside this one.
    MARKETPLACE: 'on',
    FRONTEND_URL: `http://localhost:${settings.ports.web}`,
    ...childEnvironment(settings),
    ...gateway,
    PORT: `${settings.ports.api}`,
    MONGODB_URI: mongodbUri,
    SMTP_URL: smtpUrl,
  };
}

/** The client's build takes the names of the brand from the same variables as the API. */
export function clientEnvironment(settings: Settings): NodeJS.ProcessEnv {
  // NODE_ENV stays with Vite: a build is for production, its server is not.
  const { NODE_ENV: _left, BRAND_NAME, SUPPORT_EMAIL, ...env } = settings.env;
  return {
    ...env,
    PORT: `${settings.ports.api}`,
    CLIENT_PORT: `${settings.ports.web}`,
    ...(BRAND_NAME === undefined ? {} : { VITE_BRAND_NAME: BRAND_NAME }),
    ...(SUPPORT_EMAIL === undefined ? {} : { VITE_SUPPORT_EMAIL: SUPPORT_EMAIL }),
  };
}

function gatewayKeys(secrets: Secrets) {
  return {
    RAZORPAY_KEY_ID: sandboxKeyId,
    RAZORPAY_KEY_SECRET: secrets.razorpayKeySecret,
    RAZORPAY_WEBHOOK_SECRET: secrets.razorpayWebhookSecret,
  };
}
