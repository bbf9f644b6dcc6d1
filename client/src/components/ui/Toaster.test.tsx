import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { showToast } from './show-toast.ts';

it('says in passing what was done, in a region that screen readers follow', async () => {
  await showToast('Saved. Customers see it now.');

  const toast = await screen.findByText('Saved. Customers see it now.');
  expect(toast.closest('[aria-live="polite"]')).not.toBeNull();
});

it('is there again on a page that was drawn anew', async () => {
  await showToast('Switched on.');

  expect(await screen.findByText('Switched on.')).toBeVisible();
});
