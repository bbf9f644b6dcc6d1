import { isReserved } from './reserved-hosts.ts';
import type { SettingProblem } from './read-settings.ts';
import { secretWeakness } from './secret-weakness.ts';
import { parseSender } from '../gateways/mail/message.ts';

/** The settings that production is strict about, as far as they could be read. */
export type ProductionSettings = {
  NODE_ENV?: string;
  MONGODB_URI?: string;
  JWT_SECRET?: string;
  FRONTEND_URL?: string;
  RAZORPAY_KEY_ID?: string;
  RAZORPAY_KEY_SECRET?: string;
  RAZORPAY_WEBHOOK_SECRET?: readonly string[];
  RAZORPAY_BASE_URL?: string;
  SMTP_URL?: string | undefined;
  EMAIL_FROM?: string;
  SUPPORT_EMAIL?: string;
  VIDEO_BASE_URL?: string;
  RATE_LIMITS?: string;
  CLOCK_OFFSET?: string | undefined;
  CLOCK_FILE?: string | undefined;
  ALLOW_INSECURE?: readonly ('database' | 'mail')[];
};

/** What must not reach production, though it would work: what is made up, easily guessed, or read on its way. */
export function productionProblems(settings: ProductionSettings): SettingProblem[] {
  if (settings.NODE_ENV !== 'production') return [];
  return [
    ...addressProblems(settings),
    ...secretProblems(settings),
    ...connectionProblems(settings),
    ...developmentProblems(settings),
  ];
}

function addressProblems(settings: ProductionSettings): SettingProblem[] {
  const problems: SettingProblem[] = [];
  for (const name of ['FRONTEND_URL', 'VIDEO_BASE_URL', 'RAZORPAY_BASE_URL'] as const) {
    const url = settings[name];
    if (url === undefined) continue;
    if (!url.startsWith('https://')) problems.push({ name, message: 'must be https' });
    if (isReserved(new URL(url).hostname)) problems.push({ name, message: madeUp });
  }
  for (const name of ['EMAIL_FROM', 'SUPPORT_EMAIL'] as const) {
    const address = parseSender(settings[name] ?? '')?.email;
    if (address !== undefined && isReserved(address.slice(address.lastIndexOf('@') + 1)))
      problems.push({ name, message: madeUp });
  }
  return problems;
}

const madeUp = 'must be your own: hosts like example.com, *.test or localhost reach nobody';

function secretProblems(settings: ProductionSettings): SettingProblem[] {
  const { JWT_SECRET, RAZORPAY_KEY_SECRET, RAZORPAY_WEBHOOK_SECRET = [] } = settings;
  const secrets = [
    { name: 'JWT_SECRET', secret: JWT_SECRET, leastBytes: 32 },
    { name: 'RAZORPAY_KEY_SECRET', secret: RAZORPAY_KEY_SECRET, leastBytes: 16 },
    ...RAZORPAY_WEBHOOK_SECRET.map((secret) => ({ name: 'RAZORPAY_WEBHOOK_SECRET', secret, leastBytes: 16 })),
  ];
  return secrets.flatMap(({ name, secret, leastBytes }) => {
    const weakness = secret === undefined ? null : secretWeakness(secret, leastBytes);
    return weakness === null ? [] : [{ name, message: `${weakness}: openssl rand -base64 32 makes a good one` }];
  });
}

function connectionProblems({ MONGODB_URI, SMTP_URL, ALLOW_INSECURE = [] }: ProductionSettings): SettingProblem[] {
  const problems: SettingProblem[] = [];
  const wayOut = (part: string) => `, unless ALLOW_INSECURE names ${part}`;
  if (MONGODB_URI !== undefined && !ALLOW_INSECURE.includes('database')) {
    for (const lack of databaseLacks(MONGODB_URI))
      problems.push({ name: 'MONGODB_URI', message: `${lack}${wayOut('database')}` });
  }
  if (SMTP_URL !== undefined && !ALLOW_INSECURE.includes('mail')) {
    const { username, password, searchParams } = new URL(SMTP_URL);
    if (username === '' || password === '')
      problems.push({ name: 'SMTP_URL', message: `needs a user and a password${wayOut('mail')}` });
    if (/false|^0$/.test(`${searchParams.get('tls.rejectUnauthorized')} ${searchParams.get('requireTLS')}`))
      problems.push({ name: 'SMTP_URL', message: `must not switch off TLS or its checks${wayOut('mail')}` });
  }
  return problems;
}

/** A connection string of MongoDB may name several hosts, which `URL` does not read. */
const connectionString = /^mongodb(?<srv>\+srv)?:\/\/(?:(?<user>[^@/]*)@)?[^/?]+(?:\/[^?]*)?(?:\?(?<options>.*))?$/;
/** Ways to sign in without a password in the connection string. */
const otherSignIns = /^MONGODB-(X509|AWS|OIDC)$|^GSSAPI$/;

function databaseLacks(uri: string): string[] {
  const { srv, user = '', options = '' } = connectionString.exec(uri)?.groups ?? {};
  const given = new Map([...new URLSearchParams(options)].map(([name, value]) => [name.toLowerCase(), value]));
  const tls = given.get('tls') ?? given.get('ssl');
  const isEncrypted = tls === 'true' || (srv !== undefined && tls !== 'false');
  const isUnchecked = ['tlsinsecure', 'tlsallowinvalidcertificates', 'tlsallowinvalidhostnames'].some(
    (name) => given.get(name) === 'true',
  );
  const signsIn = /^[^:]+:.+/.test(user) || otherSignIns.test(given.get('authmechanism') ?? '');
  return [
    ...(isEncrypted ? [] : ['must use TLS (tls=true)']),
    ...(isUnchecked ? ['must not switch off the checks of TLS'] : []),
    ...(signsIn ? [] : ['needs a user and a password']),
  ];
}

function developmentProblems(settings: ProductionSettings): SettingProblem[] {
  const problems: SettingProblem[] = [];
  const refuse = (name: string, message: string) => problems.push({ name, message });
  if (settings.RAZORPAY_KEY_ID?.startsWith('rzp_test_'))
    refuse('RAZORPAY_KEY_ID', 'must be a live key, like rzp_live_…');
  if (settings.RATE_LIMITS === 'off') refuse('RATE_LIMITS', 'must be on');
  for (const name of ['CLOCK_OFFSET', 'CLOCK_FILE'] as const)
    if (settings[name] !== undefined) refuse(name, 'must not be set: it is for development');
  return problems;
}
