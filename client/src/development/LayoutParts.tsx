import { Copy, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Accordion, Button, Card, DropdownMenu, Separator, showToast, Tabs, Tooltip } from '../components/ui/index.ts';
import { Part } from './Part.tsx';

const nothing = () => undefined;
const menu = [
  [
    { label: 'Edit', icon: Pencil, onSelect: nothing },
    { label: 'Duplicate', icon: Copy, onSelect: nothing },
  ],
  [{ label: 'Delete', icon: Trash2, isDanger: true, onSelect: nothing }],
];

/** What holds other parts, and what lies behind them. */
export function LayoutParts() {
  const [open, setOpen] = useState(['first']);
  const [shown, setShown] = useState<'edit' | 'preview'>('edit');
  return (
    <>
      <Part name="Card, Separator">
        <Card title="A subject" text="What it is about.">
          <p>One part.</p>
          <Separator />
          <p>Another part.</p>
        </Card>
      </Part>
      <Part name="Accordion">
        <Accordion
          open={open}
          onOpen={setOpen}
          items={[
            { key: 'first', title: 'Open', content: <p>What is inside.</p> },
            { key: 'second', title: 'Closed', content: <p>What is inside.</p> },
          ]}
        />
      </Part>
      <Part name="Tabs">
        <Tabs
          label="Views"
          shown={shown}
          onShow={setShown}
          tabs={[
            { key: 'edit', label: 'Edit', content: <p>The form.</p> },
            { key: 'preview', label: 'Preview', content: <p>What others see.</p> },
          ]}
        />
      </Part>
      <Part name="DropdownMenu, Tooltip">
        <div className="flex items-center gap-2">
          <DropdownMenu label="More for an offer" groups={menu} />
          <Tooltip text="What it does">
            <Button variant="secondary">Point at me</Button>
          </Tooltip>
        </div>
      </Part>
      <Part name="Toaster">
        <Button variant="secondary" onClick={() => void showToast('Saved. Customers see it now.')}>
          Show a toast
        </Button>
      </Part>
    </>
  );
}
