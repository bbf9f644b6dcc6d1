// Outlives the process that started it just long enough to end that process's children. It runs in a session of its
// own, so that neither Ctrl-C nor a killed process group takes it down too. Plain JavaScript: it must start at once.
import { createInterface } from 'node:readline';

const graceMs = 3_000;
const guarded = new Set();

function signalAll(signal) {
  for (const pid of guarded) {
    try {
      // Each child leads a process group; the minus sign reaches its own children as well.
      process.kill(-pid, signal);
    } catch (error) {
      // EPERM is what macOS says of a group of zombies.
      if (error.code !== 'ESRCH' && error.code !== 'EPERM') throw error;
      guarded.delete(pid);
    }
  }
}

function endAll() {
  signalAll('SIGTERM');
  if (guarded.size === 0) return;
  setTimeout(signalAll, graceMs, 'SIGKILL');
}

// Lines such as "guard 4711" and "release 4711"; the end of the pipe is the end of whoever wrote them. A pipe, not
// Node's channel for messages: that one drops the news of an end that comes before this script has begun to listen.
createInterface({ input: process.stdin })
  .on('line', (line) => {
    const [order, pid] = line.split(' ');
    if (order === 'guard') guarded.add(Number(pid));
    else guarded.delete(Number(pid));
  })
  .on('close', endAll);
