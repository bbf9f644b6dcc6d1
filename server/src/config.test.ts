import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

const complete = {
  MONGODB_URI: 'mongodb://localhost:27017/serene?replicaSet=rs0',
  JWT_SECRET: 'a secret of thirty-two bytes or more',
  RAZORPAY_KEY_ID: 'rzp_live_0000000001',
  RAZORPAY_KEY_SECRET: 'key secret',
  RAZORPAY_WEBHOOK_SECRET: 'new secret, old secret',
  SMTP_URL: 'smtp://localhost:25',
  FRONTEND_URL: 'https://booking.example.com',
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
        RAZORPAY_WEBHOOK_SECRET: ['new secret', 'old secret'],
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

  it('refuses what must not reach production', () => {
    const problems = problemsOf({
      ...complete,
      NODE_ENV: 'production',
      RAZORPAY_KEY_ID: 'rzp_test_sandbox0000001',
      RAZORPAY_BASE_URL: 'http://127.0.0.1:4010',
      RATE_LIMITS: 'off',
      CLOCK_OFFSET: '+23h',
      FRONTEND_URL: 'http://booking.example.com',
    });

    expect(problems.map((problem) => problem.split(' ')[0])).toEqual([
      'RAZORPAY_KEY_ID',
      'RAZORPAY_BASE_URL',
      'RATE_LIMITS',
      'CLOCK_OFFSET',
      'FRONTEND_URL',
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

    expect(mailOf(complete)).toEqual({ by: 'smtp', smtpUrl: SMTP_URL });
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
      'SENDGRID_BOOKING_TEMPLATE_ID is of no use without SENDGRID_API_KEY',
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

    expect(slip).toEqual(['INVOICE_SELLER_GSTIN is no GSTIN']);
    expect(alone).toEqual([expect.stringMatching(/^INVOICE_SELLER_ADDRESS is required/)]);
  });

  it('accepts a complete production environment', () => {
    expect(problemsOf({ ...complete, NODE_ENV: 'production' })).toEqual([]);
  });
});
