import { useState } from 'react';
import { Button, Checkbox, Form, RadioGroup, TextField } from '../components/ui/index.ts';
import { Part } from './Part.tsx';

const places = [
  { value: 'room', label: 'Video room', hint: 'Built in.' },
  { value: 'link', label: 'A link', hint: 'Your own.' },
] as const;
const sizes = [
  { value: 'small', label: 'Small' },
  { value: 'large', label: 'Large' },
] as const;

/** What is chosen out of a few, and what ties fields to a form. */
export function ChoiceParts() {
  const [isOn, setIsOn] = useState(true);
  const [place, setPlace] = useState<'room' | 'link'>('room');
  const [size, setSize] = useState<'small' | 'large'>('large');
  return (
    <>
      <Part name="Checkbox">
        <Checkbox label="An answer is required" checked={isOn} onChange={setIsOn} />
        <Checkbox label="With a hint" hint="What it means." checked={!isOn} onChange={(next) => setIsOn(!next)} />
      </Part>
      <Part name="RadioGroup">
        <RadioGroup label="Where" options={places} value={place} onChange={setPlace} />
        <RadioGroup label="Size" hint="Of the room." error="Choose." options={sizes} value={size} onChange={setSize} />
      </Part>
      <Part name="Form">
        <FormInUse />
      </Part>
    </>
  );
}

function FormInUse() {
  const [errors, setErrors] = useState({});
  return (
    <Form label="A form" errors={errors} isSending={false} onSend={() => setErrors({ 'part-title': 'Enter a title.' })}>
      <TextField id="part-title" label="Title" error={Object.values(errors).map(String)[0]} />
      <Button type="submit">Send</Button>
    </Form>
  );
}
