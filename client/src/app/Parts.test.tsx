import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import * as parts from '../components/ui/index.ts';
import { useTestApi } from '../testing/api.ts';
import { renderApp } from '../testing/render.tsx';

useTestApi();

it('shows every part of the design system on a page of its own, in development', async () => {
  renderApp('/development/parts');
  await screen.findByRole('heading', { level: 1, name: 'Parts' });

  const shown = screen.getAllByRole('heading', { level: 3 }).flatMap(({ textContent }) => textContent.split(', '));
  const components = Object.keys(parts).filter((name) => /^[A-Z]/.test(name));

  expect(components.filter((name) => !shown.includes(name))).toEqual([]);
});
