import { Tabs as RadixTabs } from 'radix-ui';
import type { ReactNode } from 'react';
import { classNames } from '../../lib/class-names.ts';

type Tab<Key extends string> = { key: Key; label: string; isDisabled?: boolean; content: ReactNode };

type TabsProps<Key extends string> = {
  label: string;
  tabs: readonly Tab<Key>[];
  shown: Key;
  onShow: (key: Key) => void;
  /** Where there is room for all panels beside each other they are all shown, in this grid, and the tabs are not. */
  wideGrid?: string;
};

/** Panels of which one is shown. All of them stay in the page, so that nothing in them is lost. */
export function Tabs<Key extends string>({ label, tabs, shown, onShow, wideGrid }: TabsProps<Key>) {
  const show = (value: string) => {
    const tab = tabs.find(({ key }) => key === value);
    if (tab !== undefined) onShow(tab.key);
  };
  return (
    <RadixTabs.Root value={shown} onValueChange={show} className={classNames('flex flex-col gap-4', wideGrid)}>
      <RadixTabs.List
        aria-label={label}
        className={classNames('flex gap-1 overflow-x-auto border-b border-line', wideGrid !== undefined && 'lg:hidden')}
      >
        {tabs.map(({ key, label: text, isDisabled = false }) => (
          <RadixTabs.Trigger
            key={key}
            value={key}
            disabled={isDisabled}
            className="-mb-px min-h-11 flex-1 border-b-2 border-transparent px-4 font-medium text-muted -outline-offset-2 hover:text-ink disabled:text-faint data-[state=active]:border-primary data-[state=active]:text-link"
          >
            {text}
          </RadixTabs.Trigger>
        ))}
      </RadixTabs.List>
      {tabs.map(({ key, content }) => (
        <RadixTabs.Content
          key={key}
          value={key}
          forceMount
          tabIndex={-1}
          className={
            wideGrid === undefined
              ? 'min-w-0 data-[state=inactive]:hidden'
              : 'min-w-0 max-lg:data-[state=inactive]:hidden'
          }
        >
          {content}
        </RadixTabs.Content>
      ))}
    </RadixTabs.Root>
  );
}
