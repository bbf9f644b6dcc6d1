import { useState, type SubmitEvent } from 'react';
import { Button, ErrorSummary } from '../../../components/ui/index.ts';
import { explain } from '../../../lib/api/explain.ts';
import { faults, rawText, serverFaults, type FieldErrors } from '../../../lib/forms/field-errors.ts';
import { useResetPassword } from '../api/reset-password.ts';
import { isDeadLink } from '../link-token.ts';
import { passwordWords } from '../password-words.ts';
import { isShortPassword } from '../short-password.ts';
import { words } from '../words.ts';
import { PasswordField } from './PasswordField.tsx';

type NewPasswordFormProps = {
  token: string;
  onChanged: (email: string) => void;
  /** The link does not work, or does not any more. */
  onDead: () => void;
};

/** Chooses a new password by the link that was mailed. */
export function NewPasswordForm({ token, onChanged, onDead }: NewPasswordFormProps) {
  const reset = useResetPassword();
  const [errors, setErrors] = useState<FieldErrors>({});

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const password = rawText(new FormData(event.currentTarget), 'password');
    const wrong = faults({ password: isShortPassword(password) && words.shortPassword });
    setErrors(wrong);
    if (Object.keys(wrong).length > 0) return;
    reset.mutate(
      { token, password },
      {
        onSuccess: ({ email }) => onChanged(email),
        onError: (error) => (isDeadLink(error) ? onDead() : setErrors(serverFaults(error))),
      },
    );
  };

  const isGeneral = reset.error !== null && !isDeadLink(reset.error) && Object.keys(errors).length === 0;
  return (
    <form noValidate className="flex flex-col gap-5" onSubmit={submit}>
      <ErrorSummary errors={errors} idPrefix="reset-" general={isGeneral ? explain(reset.error) : undefined} />
      <p className="text-muted">{passwordWords.chooseText}</p>
      <PasswordField
        id="reset-password"
        label={passwordWords.newPassword}
        autoComplete="new-password"
        hint={words.passwordHint}
        error={errors['password']}
      />
      <Button type="submit" busy={reset.isPending ? passwordWords.saving : undefined}>
        {passwordWords.save}
      </Button>
    </form>
  );
}
