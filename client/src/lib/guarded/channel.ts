/** A way to tell the other pages of this browser that something happened. */
export type Channel = { tell: () => void; close: () => void };

/** Opens a channel by its name; where the browser refuses one, this page tells nobody and hears nobody. */
export function openChannel(name: string, onTold: () => void): Channel {
  try {
    const channel = new BroadcastChannel(name);
    channel.addEventListener('message', onTold);
    // A channel, unlike a window, reaches its own origin only.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    return { tell: () => channel.postMessage(null), close: () => channel.close() };
  } catch {
    return { tell: () => {}, close: () => {} };
  }
}
