import { useEffect, useRef, useState } from 'react';
import { TextField } from '../../../components/ui/index.ts';

/** Typing settles for this long before the list is asked for again. */
const settleMs = 300;

type SettledFieldProps = {
  label: string;
  value: string;
  onSettle: (text: string) => void;
  type?: 'search' | 'text';
  inputMode?: 'decimal';
};

/** A text field that reports once the typing has settled, and follows a value that changes from outside. */
export function SettledField({ value, onSettle, ...field }: SettledFieldProps) {
  const [text, setText] = useState(value);
  const [reported, setReported] = useState(value);
  if (value !== reported) {
    setReported(value);
    if (value !== text.trim()) setText(value);
  }
  const settle = useRef(onSettle);
  useEffect(() => {
    settle.current = onSettle;
  });
  useEffect(() => {
    if (text.trim() === value) return;
    const timer = window.setTimeout(() => settle.current(text), settleMs);
    return () => window.clearTimeout(timer);
  }, [text, value]);
  return <TextField {...field} value={text} onChange={(event) => setText(event.target.value)} />;
}
