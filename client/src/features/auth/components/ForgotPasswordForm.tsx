import { useState, type SubmitEvent } from 'react';
import { Button, ErrorSummary, Notice, TextField, type NoticeText } from '../../../components/ui/index.ts';
import { explain } from '../../../lib/api/explain.ts';
import { faults, fieldText, serverFaults, type FieldErrors } from '../../../lib/forms/field-errors.ts';
import { useForgotPassword } from '../api/forgot-password.ts';
import { passwordWords } from '../password-words.ts';
import { words } from '../words.ts';

/** Asks for the address of an account, and says that a mail is on its way to it if there is one. */
export function ForgotPasswordForm() {
  const forgot = useForgotPassword();
  const [errors, setErrors] = useState<FieldErrors>({});
  const [notice, setNotice] = useState<NoticeText>();

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const email = fieldText(new FormData(event.currentTarget), 'email');
    const wrong = faults({ email: !email.includes('@') && words.enterEmail });
    setErrors(wrong);
    setNotice(undefined);
    if (Object.keys(wrong).length > 0) return;
    forgot.mutate(email, {
      onSuccess: () => setNotice({ tone: 'ok', title: passwordWords.sent, text: passwordWords.sentText(email) }),
      onError: (error) => setErrors(serverFaults(error)),
    });
  };

  return (
    <form noValidate className="flex flex-col gap-5" onSubmit={submit}>
      <ErrorSummary
        errors={errors}
        idPrefix="forgot-"
        general={forgot.error !== null && Object.keys(errors).length === 0 ? explain(forgot.error) : undefined}
      />
      <Notice notice={notice} />
      <p className="text-muted">{passwordWords.forgotText}</p>
      <TextField
        id="forgot-email"
        name="email"
        type="email"
        inputMode="email"
        autoComplete="username"
        label={words.email}
        error={errors['email']}
        maxLength={254}
        required
      />
      <Button type="submit" busy={forgot.isPending ? passwordWords.sending : undefined}>
        {notice ? passwordWords.sendAgain : passwordWords.send}
      </Button>
    </form>
  );
}
