import { Clock } from 'lucide-react';
import { useState } from 'react';
import {
  Button,
  buttonClass,
  ErrorSummary,
  FieldFrame,
  LoadMore,
  RadioOption,
  SelectField,
  Switch,
  TextAreaField,
  TextField,
  ZonePicker,
} from '../components/ui/index.ts';
import { Part } from './Part.tsx';

const variants = ['primary', 'secondary', 'quiet', 'danger'] as const;
const day = new Date('2026-01-15T08:30:00.000Z');
const nothing = () => undefined;

/** What is pressed, chosen and filled in. */
export function FormParts() {
  return (
    <>
      <Part name="Button">
        {variants.map((variant) => (
          <div key={variant} className="flex flex-wrap gap-2">
            <Button variant={variant}>{variant}</Button>
            <Button variant={variant}>
              <Clock aria-hidden className="size-5" />
              with icon
            </Button>
            <Button variant={variant} busy="Working…" />
          </div>
        ))}
        <a href="#parts" className={buttonClass('secondary')}>
          A link that looks like a button
        </a>
      </Part>
      <Part name="LoadMore">
        {[false, true].map((isFetchingNextPage) => (
          <LoadMore
            key={`${isFetchingNextPage}`}
            query={{ hasNextPage: true, isFetchingNextPage, fetchNextPage: nothing }}
            label="Show more"
            busyLabel="Loading…"
          />
        ))}
      </Part>
      <Part name="TextField">
        <TextField label="Empty" />
        <TextField label="With a hint" hint="At least 12 characters." defaultValue="filled in" />
        <TextField label="With a fault" error="Enter an email address." defaultValue="asha@" />
        <TextField label="Closed" disabled defaultValue="not now" />
      </Part>
      <Part name="TextAreaField, SelectField">
        <TextAreaField label="Text" hint="Others read it." />
        <TextAreaField label="Text with a fault" error="Write at most 500 characters." />
        <SelectField label="List">
          <option>First</option>
          <option>Second</option>
        </SelectField>
        <SelectField label="List with a fault" error="Choose one.">
          <option>First</option>
        </SelectField>
      </Part>
      <Part name="FieldFrame">
        <FieldFrame label="A control of its own" hint="With label, hint and fault around it." error="Choose a day.">
          {(control) => <input type="date" {...control} className="control" />}
        </FieldFrame>
      </Part>
      <Part name="ErrorSummary">
        <ErrorSummary errors={{ email: 'Enter an email address.', name: 'Enter your name.' }} general="Not saved." />
      </Part>
      <Part name="Switch">
        <div className="flex gap-4">
          <Switch aria-label="On" defaultChecked />
          <Switch aria-label="Off" />
        </div>
      </Part>
      <Choices />
    </>
  );
}

function Choices() {
  const [chosen, setChosen] = useState('30');
  const [zone, setZone] = useState('Asia/Kolkata');
  return (
    <Part name="RadioOption, ZonePicker">
      <div role="radiogroup" aria-label="Duration" className="flex gap-2">
        {['30', '45', '60'].map((minutes) => (
          <RadioOption
            key={minutes}
            name="duration"
            checked={minutes === chosen}
            disabled={minutes === '60'}
            onChoose={() => setChosen(minutes)}
            className="border border-control px-4 has-checked:bg-primary-soft has-disabled:text-faint"
          >
            {minutes} min
          </RadioOption>
        ))}
      </div>
      <ZonePicker zone={zone} at={day} onChange={setZone} />
    </Part>
  );
}
