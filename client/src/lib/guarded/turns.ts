/**
 * Runs work while no other page of this browser runs work of that name. Browsers give locks to secure origins only, and
 * refuse them where they block storage: there pages cannot take turns, and each works at once.
 * @throws what the work throws, and the reason of `signal` where that ends the waiting
 */
export async function takingTurns<T>(name: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  let running: Promise<T> | undefined;
  const run = () => (running ??= work());
  try {
    const locks: LockManager | null | undefined = navigator.locks;
    return await (locks ? locks.request(name, signal ? { signal } : {}, run) : run());
  } catch (error) {
    if (running === undefined && signal?.aborted !== true) return run();
    throw error;
  }
}
