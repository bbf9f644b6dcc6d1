import { AppError } from '../../errors.ts';

const retryAfterSeconds = 30;

/** How many streams may be open at once in this process: of all, and of one address, which may be a whole office. */
export const mostStreams = { together: 5_000, perAddress: 100 };

/** Counts open streams. @returns a function that lets one in and gives the one that lets it out again */
export function createAdmission(most = mostStreams): (address: string) => () => void {
  const open = new Map<string, number>();
  let together = 0;
  return (address) => {
    const ofAddress = open.get(address) ?? 0;
    if (together >= most.together || ofAddress >= most.perAddress) {
      throw new AppError('TOO_MANY_REQUESTS', `Too many pages are open. Wait ${retryAfterSeconds} seconds.`, {
        retryAfterSeconds,
      });
    }
    open.set(address, ofAddress + 1);
    together += 1;
    return () => {
      together -= 1;
      const left = (open.get(address) ?? 1) - 1;
      if (left === 0) open.delete(address);
      else open.set(address, left);
    };
  };
}
