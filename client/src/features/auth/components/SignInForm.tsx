import type { User } from '@serene/shared/contracts';
import { useState, type SubmitEvent } from 'react';
import { Button, ErrorSummary, TextField } from '../../../components/ui/index.ts';
import { hasCode } from '../../../lib/api/errors.ts';
import { explain } from '../../../lib/api/explain.ts';
import { faults, fieldText, rawText, serverFaults, type FieldErrors } from '../../../lib/forms/field-errors.ts';
import { useSignIn } from '../api/sign-in.ts';
import { words } from '../words.ts';
import { PasswordField } from './PasswordField.tsx';

type SignInFormProps = {
  /** What the address field begins with. */
  email?: string | undefined;
  onSignedIn: (user: User) => void;
};

/** Email address and password; faults are shown after sending, never while typing. */
export function SignInForm({ email, onSignedIn }: SignInFormProps) {
  const signIn = useSignIn();
  const [errors, setErrors] = useState<FieldErrors>({});

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const credentials = { email: fieldText(form, 'email'), password: rawText(form, 'password') };
    const wrong = faults({
      email: !credentials.email.includes('@') && words.enterEmail,
      password: credentials.password === '' && words.enterPassword,
    });
    setErrors(wrong);
    if (Object.keys(wrong).length > 0) return;
    signIn.mutate(credentials, {
      onSuccess: ({ user }) => onSignedIn(user),
      onError: (error) => setErrors(serverFaults(error)),
    });
  };

  return (
    <form noValidate className="flex flex-col gap-5" onSubmit={submit}>
      <ErrorSummary errors={errors} idPrefix="sign-in-" general={generalFault(signIn.error, errors)} />
      <TextField
        id="sign-in-email"
        name="email"
        type="email"
        inputMode="email"
        autoComplete="username"
        label={words.email}
        defaultValue={email}
        error={errors['email']}
        required
      />
      <PasswordField id="sign-in-password" autoComplete="current-password" error={errors['password']} />
      <Button type="submit" busy={signIn.isPending ? words.signingIn : undefined}>
        {words.signIn}
      </Button>
    </form>
  );
}

function generalFault(error: unknown, errors: FieldErrors): string | undefined {
  if (error === null || Object.keys(errors).length > 0) return undefined;
  return hasCode(error, 'INVALID_CREDENTIALS') ? words.wrongCredentials : explain(error);
}
