/**
 * What is counted apart from the rest:
 * - `owner`: what the owner of an account needs to keep it
 * - `alias`: the same for an unproved `a+1@…`, of which a stranger can make many
 * - `confirming`: the link that confirms an address, and the welcome
 * - `booking`: all else
 */
export const mailBudgets = ['owner', 'alias', 'confirming', 'booking'] as const;
export type MailBudget = (typeof mailBudgets)[number];
