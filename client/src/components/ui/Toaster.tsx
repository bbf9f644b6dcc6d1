import { CircleCheck } from 'lucide-react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { Toaster as Sonner, toast } from 'sonner';
import { words } from './toast-words.ts';

let mounted: { place: HTMLElement; root: Root } | undefined;

/** Beside the app, so that a toast outlives the page that it came from. */
function mount(): void {
  if (mounted?.place.isConnected === true) return;
  mounted?.root.unmount();
  const place = document.createElement('div');
  document.body.append(place);
  const root = createRoot(place);
  mounted = { place, root };
  // At once: it does not show what was said before it was there.
  flushSync(() =>
    root.render(
      <Sonner
        position="bottom-center"
        containerAriaLabel={words.toasts}
        offset={{ bottom: '5.5rem' }}
        mobileOffset={{ bottom: '5.5rem' }}
        icons={{ success: <CircleCheck aria-hidden className="size-5" /> }}
        toastOptions={{
          unstyled: true,
          classNames: {
            toast:
              'flex w-full items-center gap-2 rounded-control font-sans border border-ok-line bg-ok-soft px-4 py-3 font-medium text-ok shadow-raised',
          },
        }}
      />,
    ),
  );
}

/** Shows a sentence for a few seconds. */
export function showInToaster(text: string): void {
  mount();
  toast.success(text);
}
