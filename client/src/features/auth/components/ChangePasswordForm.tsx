import type { User } from '@serene/shared/contracts';
import { useState, type SubmitEvent } from 'react';
import { Button, ErrorSummary, Notice, type NoticeText } from '../../../components/ui/index.ts';
import { hasCode } from '../../../lib/api/errors.ts';
import { explain } from '../../../lib/api/explain.ts';
import { faults, rawText, serverFaults, type FieldErrors } from '../../../lib/forms/field-errors.ts';
import { useChangePassword } from '../api/change-password.ts';
import { changePasswordWords as words } from '../change-password-words.ts';
import { isShortPassword } from '../short-password.ts';
import { PasswordField } from './PasswordField.tsx';

type ChangePasswordFormProps = { user: User };

const changed: NoticeText = { tone: 'ok', title: words.changed, text: words.changedText };

/** Changes the password of whoever is signed in and knows the current one. */
export function ChangePasswordForm({ user }: ChangePasswordFormProps) {
  const change = useChangePassword();
  const [errors, setErrors] = useState<FieldErrors>({});

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const currentPassword = rawText(data, 'currentPassword');
    const password = rawText(data, 'password');
    const wrong = faults({
      currentPassword: currentPassword === '' && words.enterCurrent,
      password: isShortPassword(password) && words.short,
    });
    setErrors(wrong);
    if (Object.keys(wrong).length > 0) return;
    change.mutate(
      { currentPassword, password },
      {
        onSuccess: () => form.reset(),
        onError: (error) =>
          setErrors(hasCode(error, 'INVALID_CREDENTIALS') ? { currentPassword: words.wrong } : serverFaults(error)),
      },
    );
  };

  const isGeneral = change.error !== null && Object.keys(errors).length === 0;
  return (
    <form noValidate className="flex flex-col gap-5" onSubmit={submit}>
      <Notice notice={change.isSuccess ? changed : undefined} />
      <ErrorSummary errors={errors} idPrefix="change-" general={isGeneral ? explain(change.error) : undefined} />
      {/* Tells password managers whose password it is. */}
      <input hidden readOnly name="username" autoComplete="username" value={user.email} />
      <PasswordField
        id="change-currentPassword"
        name="currentPassword"
        label={words.current}
        autoComplete="current-password"
        error={errors['currentPassword']}
      />
      <PasswordField
        id="change-password"
        label={words.next}
        autoComplete="new-password"
        hint={words.hint}
        error={errors['password']}
      />
      <Button type="submit" className="self-start" busy={change.isPending ? words.changing : undefined}>
        {words.change}
      </Button>
    </form>
  );
}
