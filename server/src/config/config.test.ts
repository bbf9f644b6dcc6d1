import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

const complete = {
  MONGODB_URI: 'mongodb://serene:8vKq2mW7@db.serene.internal:27017/serene?replicaSet=rs0&tls=true',
  JWT_SECRET: 'Zr4u7x!A%D*G-KaPdSgVkYp3s6v9y$B&',
  RAZORPAY_KEY_ID: 'rzp_live_0000000001',
  RAZORPAY_KEY_SECRET: 'thisIsNotOne8Kq2mW7z',
  RAZORPAY_WEBHOOK_SECRET: 'N3wWebhook8Kq2mW7zX, 0ldWebhook5Lp9nR4tY',
  SMTP_URL: 'smtp://serene:8vKq2mW7@mail.serene.internal:587',
  FRONTEND_URL: 'https://book.serene.internal',
  VIDEO_BASE_URL: 'https://meet.serene.internal',
  EMAIL_FROM: 'Serene <noreply@serene.internal>',
  SUPPORT_EMAIL: 'support@serene.internal',
};

const problemsOf = (environment: NodeJS.ProcessEnv) => {
  const read = readConfig(environment);
  return 'problems' in read ? read.problems : [];
};

describe('configuration', () => {
  it('fills in defaults and reads lists', () => {
    expect(readConfig(complete)).toMatchObject({
      config: {
        PORT: 4000,
        HOLD_MINUTES: 10,
        REMINDER_OFFSETS: ['24h', '1h'],
        RAZORPAY_WEBHOOK_SECRET: ['N3wWebhook8Kq2mW7zX', '0ldWebhook5Lp9nR4tY'],
      },
    });
  });

  it('lists all that is wrong at once', () => {
    const problems = problemsOf({ ...complete, MONGODB_URI: '', PORT: 'eighty', JWT_SECRET: 'short' });

    expect(problems).toHaveLength(3);
    expect(problems.join('\n')).toMatch(/MONGODB_URI is required/);
    expect(problems.join('\n')).toMatch(/PORT/);
    expect(problems.join('\n')).toMatch(/JWT_SECRET must have at least 32 bytes/);
  });

  it.each([
    ['HOLD_MINUTES', '0.5', 'must be a whole number from 1 to 60, not "0.5"'],
    ['HOLD_MINUTES', '61', 'must be a whole number from 1 to 60, not "61"'],
    ['PORT', '70000', 'must be a whole number from 1 to 65535, not "70000"'],
    ['PORT', '0x1F90', 'must be a whole number from 1 to 65535, not "0x1F90"'],
    ['TRUST_PROXY', 'true', 'must be a whole number from 0 to 10, not "true"'],
    ['INVOICE_GST_PERCENT', '18%', 'must be a whole number from 0 to 100, not "18%"'],
    ['ROLE', 'jobs', 'must be one of api, worker, all, not "jobs"'],
    ['RATE_LIMITS', 'no', 'must be one of on, off, not "no"'],
    ['LOG_LEVEL', 'verbose', 'must be one of fatal, error, warn, info, debug, trace, silent, not "verbose"'],
    ['REMINDER_OFFSETS', '24h,soon', 'must look like 24h,1h, not "24h,soon"'],
    [
      'FRONTEND_URL',
      'book.example.com',
      'must be a web address, like https://booking.my-company.com, not "book.example.com"',
    ],
    ['SUPPORT_EMAIL', 'support', 'must be an email address, not "support"'],
    ['ALLOW_INSECURE', 'everything', 'must be one of database, mail, not "everything"'],
  ])('says of %s=%s that it %s', (name, value, said) => {
    expect(problemsOf({ ...complete, [name]: value })).toEqual([`${name} ${said}`]);
  });

  it('never repeats a secret that is wrong', () => {
    const secrets = { MONGODB_URI: 'hunter2', JWT_SECRET: 'hunter2', SMTP_URL: 'hunter2', RAZORPAY_KEY_ID: 'hunter2' };

    const problems = problemsOf({ ...complete, ...secrets });

    expect(problems).toHaveLength(4);
    expect(problems.join()).not.toContain('hunter2');
  });

  it('calls required only what is missing', () => {
    expect(problemsOf({}).toSorted()).toEqual([
      'JWT_SECRET is required',
      'MONGODB_URI is required',
      'RAZORPAY_KEY_ID is required',
      'RAZORPAY_KEY_SECRET is required',
      'RAZORPAY_WEBHOOK_SECRET is required',
      'SMTP_URL is required, or SENDGRID_API_KEY, or RESEND_API_KEY',
    ]);
  });

  it('sends by the service whose key is set, and else by SMTP', () => {
    const { SMTP_URL, ...withoutSmtp } = complete;
    const mailOf = (environment: NodeJS.ProcessEnv) => {
      const read = readConfig(environment);
      return 'config' in read ? read.config.mail : read.problems;
    };
    const confirmation = `d-${'0'.repeat(32)}`;
    const reminder = `d-${'1'.repeat(32)}`;
    const templates = {
      SENDGRID_BOOKING_TEMPLATE_ID: confirmation,
      SENDGRID_TEMPLATES: `session-reminder = ${reminder}`,
    };

    expect(mailOf(complete)).toEqual({ by: 'smtp', smtpUrl: SMTP_URL, requireTls: false });
    expect(mailOf({ ...withoutSmtp, RESEND_API_KEY: 're_key' })).toEqual({ by: 'resend', apiKey: 're_key' });
    expect(mailOf({ ...complete, SENDGRID_API_KEY: 'SG.key', ...templates })).toEqual({
      by: 'sendgrid',
      apiKey: 'SG.key',
      templates: { 'booking-confirmation-user': confirmation, 'session-reminder': reminder },
    });
  });

  it('says what is wrong with the way out for mail', () => {
    const { SMTP_URL: _left, ...withoutSmtp } = complete;

    expect(problemsOf(withoutSmtp)).toEqual(['SMTP_URL is required, or SENDGRID_API_KEY, or RESEND_API_KEY']);
    expect(problemsOf({ ...complete, SENDGRID_API_KEY: 'SG.key', RESEND_API_KEY: 're_key' })).toEqual([
      'RESEND_API_KEY cannot be set beside SENDGRID_API_KEY: one service delivers',
    ]);
    expect(problemsOf({ ...complete, SENDGRID_BOOKING_TEMPLATE_ID: `d-${'0'.repeat(32)}` })).toEqual([
      'SENDGRID_BOOKING_TEMPLATE_ID has no effect without SENDGRID_API_KEY',
    ]);
    expect(problemsOf({ ...complete, EMAIL_FROM: 'Serene', SENDGRID_TEMPLATES: 'reminder' })).toHaveLength(2);
    expect(problemsOf({ ...complete, SENDGRID_API_KEY: 're_key' })).toEqual(['SENDGRID_API_KEY must look like SG.…']);
  });

  it('takes the seller’s address line by line', () => {
    const seller = {
      INVOICE_SELLER_GSTIN: '29AAAAA0000A1ZY',
      INVOICE_SELLER_ADDRESS: '12 Example Road; Bengaluru 560001;',
    };

    expect(readConfig({ ...complete, ...seller })).toMatchObject({
      config: { INVOICE_SELLER_ADDRESS: ['12 Example Road', 'Bengaluru 560001'] },
    });
  });

  it('refuses a GSTIN with a slip of the pen, and one without an address', () => {
    const address = { INVOICE_SELLER_ADDRESS: '12 Example Road' };
    const slip = problemsOf({ ...complete, ...address, INVOICE_SELLER_GSTIN: '29AAAAA0000A1ZX' });
    const alone = problemsOf({ ...complete, INVOICE_SELLER_GSTIN: '29AAAAA0000A1ZY' });

    expect(slip).toEqual([expect.stringMatching(/^INVOICE_SELLER_GSTIN must be a GSTIN/)]);
    expect(alone).toEqual([expect.stringMatching(/^INVOICE_SELLER_ADDRESS is required/)]);
  });
});

describe('production', () => {
  const refusedOf = (environment: NodeJS.ProcessEnv) =>
    problemsOf({ ...complete, NODE_ENV: 'production', ...environment });

  it('accepts a complete environment', () => {
    expect(refusedOf({})).toEqual([]);
  });

  it.each([
    ['RAZORPAY_KEY_ID', 'rzp_test_0000000001'],
    ['RAZORPAY_KEY_ID', 'rzp_test_sandbox0000001'],
    ['RAZORPAY_BASE_URL', 'https://127.0.0.1:4010'],
    ['RATE_LIMITS', 'off'],
    ['CLOCK_OFFSET', '+23h'],
    ['CLOCK_FILE', '/tmp/clock'],
    ['FRONTEND_URL', 'http://book.serene.internal'],
    ['FRONTEND_URL', 'https://booking.example.com'],
    ['FRONTEND_URL', 'https://localhost:8443'],
    ['FRONTEND_URL', 'https://[::1]'],
    ['VIDEO_BASE_URL', ''],
    ['VIDEO_BASE_URL', 'https://meet.test'],
    ['VIDEO_BASE_URL', 'https://meet.EXAMPLE.org.'],
    ['EMAIL_FROM', ''],
    ['EMAIL_FROM', 'Serene <noreply@serene.invalid>'],
    ['SUPPORT_EMAIL', ''],
    ['SUPPORT_EMAIL', 'support@mailhost.local'],
    ['JWT_SECRET', 'x'.repeat(40)],
    ['JWT_SECRET', '4fT9'.repeat(10)],
    ['JWT_SECRET', 'change-me-change-me-change-me-now'],
    ['JWT_SECRET', 'openssl rand -base64 32 > the-key'],
    ['RAZORPAY_KEY_SECRET', 'short'],
    ['RAZORPAY_WEBHOOK_SECRET', 'N3wWebhook8Kq2mW7zX,123'],
    ['MONGODB_URI', 'mongodb://serene:8vKq2mW7@db.serene.internal/serene?replicaSet=rs0'],
    ['MONGODB_URI', 'mongodb://a.serene.internal,b.serene.internal/serene?tls=true'],
    ['MONGODB_URI', 'mongodb+srv://serene:8vKq2mW7@db.serene.internal/serene?tlsInsecure=true'],
    ['MONGODB_URI', 'mongodb+srv://serene:8vKq2mW7@db.serene.internal/serene?tls=false'],
    ['SMTP_URL', 'smtps://mail.serene.internal'],
    ['SMTP_URL', 'smtp://serene:8vKq2mW7@mail.serene.internal?tls.rejectUnauthorized=false'],
  ])('refuses %s=%s', (name, value) => {
    expect(refusedOf({ [name]: value }).map((problem) => problem.split(' ')[0])).toEqual([name]);
  });

  it('says all of it at once, beside what cannot be read', () => {
    const refused = refusedOf({
      HOLD_MINUTES: 'ten',
      JWT_SECRET: 'x'.repeat(40),
      SUPPORT_EMAIL: '',
      RATE_LIMITS: 'off',
    });

    expect(refused).toHaveLength(4);
  });

  it('reaches a database and a mail server in the open where it is told to', () => {
    const open = { MONGODB_URI: 'mongodb://mongo/serene?replicaSet=rs0', SMTP_URL: 'smtp://relay:25' };

    expect(refusedOf(open)).toHaveLength(3);
    expect(refusedOf({ ...open, ALLOW_INSECURE: 'database' })).toHaveLength(1);
    expect(refusedOf({ ...open, ALLOW_INSECURE: 'database, mail' })).toEqual([]);
  });

  it('takes a cluster of a provider, and sign-ins without a password', () => {
    for (const MONGODB_URI of [
      'mongodb+srv://serene:8vKq2mW7@cluster.serene.internal/serene',
      'mongodb://a.serene.internal:27017,b.serene.internal:27017/serene?ssl=true&authMechanism=MONGODB-X509',
    ])
      expect(refusedOf({ MONGODB_URI })).toEqual([]);
  });

  it('encrypts mail or sends none', () => {
    const read = readConfig({ ...complete, NODE_ENV: 'production' });

    expect(read).toMatchObject({ config: { mail: { by: 'smtp', requireTls: true } } });
  });
});
