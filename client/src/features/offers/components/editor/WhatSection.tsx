import { offerColors, offerLimits } from '@serene/shared/offers';
import { Card, RadioGroup, TextAreaField, TextField } from '../../../../components/ui/index.ts';
import { words } from '../../editor-words.ts';
import { fieldNames } from '../../field-words.ts';
import { OfferDot } from '../OfferDot.tsx';
import { ActiveSwitch } from './ActiveSwitch.tsx';
import { idPrefix, type SectionProps } from './section-props.ts';

/** What is offered, in words and colour, and whether it is. */
export function WhatSection({ draft, faults, onChange, onLeave }: SectionProps) {
  return (
    <Card title={words.what}>
      <ActiveSwitch isOn={draft.isActive} error={faults['isActive']} onChange={(isActive) => onChange({ isActive })} />
      <TextField
        id={`${idPrefix}title`}
        label={fieldNames.title}
        hint={words.titleHint(offerLimits.title)}
        value={draft.title}
        error={faults['title']}
        onChange={(event) => onChange({ title: event.target.value })}
        onBlur={() => onLeave('title')}
        autoComplete="off"
        required
      />
      <TextAreaField
        id={`${idPrefix}description`}
        label={fieldNames.description}
        hint={words.descriptionHint(offerLimits.description)}
        rows={4}
        value={draft.description}
        error={faults['description']}
        onChange={(event) => onChange({ description: event.target.value })}
        onBlur={() => onLeave('description')}
      />
      <RadioGroup
        label={fieldNames.color}
        options={offerColors.map((color) => ({
          value: color,
          label: words.colors[color],
          mark: <OfferDot color={color} />,
        }))}
        value={draft.color}
        onChange={(color) => onChange({ color })}
      />
    </Card>
  );
}
