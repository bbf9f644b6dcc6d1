/** At most `uses` in each window of `seconds`. */
export type Allowance = { uses: number; seconds: number };

/** What one person may use, and all people of one network together: an office or a mobile network is one address. */
export type Limit = {
  person?: Allowance;
  network?: Allowance;
  /** Counted by each process alone, so that reading never writes: with N processes N times as much passes. */
  perProcess?: true;
};

const minutes = 60;
const hour = 60 * minutes;

/** Every limit of the API by name. An endpoint that names none has `change` or `read`, so none is without a limit. */
export const limits = {
  change: { person: { uses: 120, seconds: 5 * minutes }, network: { uses: 600, seconds: 5 * minutes } },
  read: {
    person: { uses: 3_000, seconds: 5 * minutes },
    network: { uses: 6_000, seconds: 5 * minutes },
    perProcess: true,
  },
  register: { network: { uses: 60, seconds: hour } },
  /** The person is the mailbox whose aliases are registered, such as `a+1@…`: each is an email to its owner. */
  'register-alias': { person: { uses: 5, seconds: hour } },
  // Against one password tried on many accounts; what one account takes is for the password guard to say.
  'sign-in': { network: { uses: 200, seconds: 5 * minutes } },
  refresh: { network: { uses: 300, seconds: 5 * minutes } },
  // Anybody may call it, signed in or not. By itself, so that such calls keep no one of the network from changing things.
  'sign-out': { network: { uses: 3_000, seconds: 5 * minutes } },
  // Each is an email to somebody who may not have asked for it.
  resend: { person: { uses: 5, seconds: hour }, network: { uses: 30, seconds: hour } },
  forgot: { network: { uses: 30, seconds: hour } },
  /** The person is the address that was typed, whether or not it has an account. */
  'forgot-account': { person: { uses: 5, seconds: hour } },
  // Whoever follows a link that was emailed.
  link: { network: { uses: 100, seconds: 5 * minutes } },
  order: { person: { uses: 20, seconds: 5 * minutes }, network: { uses: 100, seconds: 5 * minutes } },
  // Each locks the expert's day and emails two people. An expert who falls ill moves a full day.
  move: { person: { uses: 20, seconds: hour }, network: { uses: 100, seconds: hour } },
  // What asks the gateway, whose patience all customers share. Pages ask a few times for a booking, never in a loop.
  settle: { person: { uses: 60, seconds: 5 * minutes }, network: { uses: 600, seconds: 5 * minutes } },
  callback: { network: { uses: 100, seconds: 5 * minutes } },
  receipt: { person: { uses: 60, seconds: 5 * minutes }, perProcess: true },
  // A calendar service reads for many people from few addresses.
  feed: { network: { uses: 600, seconds: 5 * minutes }, perProcess: true },
  // Mail services of many readers post from few addresses.
  unsubscribe: { network: { uses: 300, seconds: 5 * minutes } },
} as const satisfies Record<string, Limit>;
export type LimitName = keyof typeof limits;
