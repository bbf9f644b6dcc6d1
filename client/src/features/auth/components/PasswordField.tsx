import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { FieldFrame } from '../../../components/ui/index.ts';
import { words } from '../words.ts';

type PasswordFieldProps = {
  id: string;
  name?: string;
  label?: string;
  autoComplete: 'current-password' | 'new-password';
  hint?: string;
  error?: string | undefined;
};

/** A password that can be pasted, filled by a password manager, and looked at. */
export function PasswordField({
  id,
  name = 'password',
  label = words.password,
  autoComplete,
  hint,
  error,
}: PasswordFieldProps) {
  const [visible, setVisible] = useState(false);
  const Icon = visible ? EyeOff : Eye;
  return (
    <FieldFrame label={label} id={id} error={error} hint={hint}>
      {(control) => (
        <div className="relative">
          <input
            {...control}
            name={name}
            type={visible ? 'text' : 'password'}
            autoComplete={autoComplete}
            maxLength={128}
            required
            className="control pr-12"
          />
          <button
            type="button"
            aria-label={visible ? words.hidePassword : words.showPassword}
            className="absolute inset-y-0 right-0 flex w-11 items-center justify-center rounded-control text-muted"
            onClick={() => setVisible(!visible)}
          >
            <Icon aria-hidden className="size-5" />
          </button>
        </div>
      )}
    </FieldFrame>
  );
}
