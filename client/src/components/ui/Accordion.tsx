import { ChevronDown } from 'lucide-react';
import { Accordion as RadixAccordion } from 'radix-ui';
import type { ReactNode } from 'react';

type AccordionItem = { key: string; title: ReactNode; content: ReactNode };

type AccordionProps = {
  items: readonly AccordionItem[];
  /** The keys of those that are open. */
  open: readonly string[];
  onOpen: (open: string[]) => void;
};

/** Several things in short, each of which opens. What is closed stays in the page, and keeps what was typed. */
export function Accordion({ items, open, onOpen }: AccordionProps) {
  return (
    <RadixAccordion.Root type="multiple" value={[...open]} onValueChange={onOpen} className="flex flex-col gap-3">
      {items.map(({ key, title, content }) => (
        <RadixAccordion.Item key={key} value={key} className="rounded-control border border-line">
          <RadixAccordion.Header asChild>
            <h3>
              <RadixAccordion.Trigger className="group flex min-h-11 w-full items-center justify-between gap-3 rounded-control px-3 py-2 text-left hover:bg-surface-2">
                <span className="min-w-0 flex-1 wrap-anywhere">{title}</span>
                <ChevronDown
                  aria-hidden
                  className="size-5 shrink-0 transition-transform duration-120 group-data-[state=open]:rotate-180"
                />
              </RadixAccordion.Trigger>
            </h3>
          </RadixAccordion.Header>
          <RadixAccordion.Content forceMount className="border-t border-line p-3 data-[state=closed]:hidden">
            {content}
          </RadixAccordion.Content>
        </RadixAccordion.Item>
      ))}
    </RadixAccordion.Root>
  );
}
