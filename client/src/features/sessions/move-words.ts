/** Words of moving a session to another time, in English. */
export const words = {
  title: 'Reschedule',
  steps: {
    day: 'Step 1 of 3: New day',
    time: 'Step 2 of 3: New time',
    confirm: 'Step 3 of 3: Confirm',
  },
  now: (time: string) => `Now: ${time}`,
  pricePaid: (amount: string) => `Price stays ${amount}, nothing to pay.`,
  question: (time: string) => `Move to ${time}?`,
  cancel: 'Cancel',
  back: 'Back',
  next: 'Next',
  move: 'Move session',
  moving: 'Moving…',
  change: 'Change',
  changeDay: 'Change date',
  chooseDay: 'Choose a date to continue.',
  chooseTime: 'Choose a time to continue.',
  sameTime: 'That is the time it has now. Choose another one.',
  noLongerFree: 'That time is no longer free. Choose another one.',
  taken: 'That time was just booked',
  takenText: (time: string, old: string) =>
    `Someone else booked ${time} a moment ago. Nothing has changed: your session is still on ${old}. Choose another time.`,
  notBookable: 'That time can no longer be booked',
  notBookableText: (old: string) =>
    `It is too close, or the hours have changed. Nothing has changed: your session is still on ${old}. Choose another time.`,
  failed: 'The session could not be moved',
  offline: 'Connect to the internet to move the session. Nothing has changed.',
};
