import { screen, waitFor } from '@testing-library/react';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { renderPart } from '../../testing/render.tsx';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { DropdownMenu } from './DropdownMenu.tsx';

function Row() {
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <DropdownMenu
        label="More for this row"
        groups={[[{ label: 'Delete', icon: Trash2, isDanger: true, onSelect: () => setIsAsking(true) }], []]}
      />
      {isAsking && (
        <ConfirmDialog
          title="Delete this row?"
          text="It is gone then."
          keep="Keep it"
          confirm="Delete"
          onConfirm={() => undefined}
          onClose={() => setIsAsking(false)}
        />
      )}
    </>
  );
}

it('opens by keyboard, and gives the focus back after a question that an action asked', async () => {
  const { user } = renderPart(<Row />);
  const button = screen.getByRole('button', { name: 'More for this row' });

  button.focus();
  await user.keyboard('{Enter}');
  expect(await screen.findByRole('menuitem', { name: 'Delete' })).toHaveFocus();
  await user.keyboard('{Enter}');
  await user.click(await screen.findByRole('button', { name: 'Keep it' }));

  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  await waitFor(() => expect(button).toHaveFocus());
});

it('closes with Escape, and does nothing then', async () => {
  const { user } = renderPart(<Row />);

  await user.click(screen.getByRole('button', { name: 'More for this row' }));
  await screen.findByRole('menu');
  await user.keyboard('{Escape}');

  await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
  expect(screen.queryByRole('alertdialog')).toBeNull();
});
