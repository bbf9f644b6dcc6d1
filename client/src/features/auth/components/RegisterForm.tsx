import type { User } from '@serene/shared/contracts';
import { useState, type SubmitEvent } from 'react';
import { Button, ErrorSummary, TextField } from '../../../components/ui/index.ts';
import { hasCode } from '../../../lib/api/errors.ts';
import { explain } from '../../../lib/api/explain.ts';
import { serverFaults, type FieldErrors } from '../../../lib/forms/field-errors.ts';
import { regionalLocale } from '../../../lib/messages/regional-locale.ts';
import { activeLocale } from '../../../lib/messages/translate.ts';
import { describeZone } from '../../../lib/time/zones.ts';
import { useRegister } from '../api/register.ts';
import { checkRegistration, readRegistration } from '../registration.ts';
import { useViewerZone } from '../viewer-zone.ts';
import { words } from '../words.ts';
import { PasswordField } from './PasswordField.tsx';
import { ZoneLine } from './ZoneLine.tsx';
import { useOpeningTime } from '../../../lib/time/server-clock.ts';

type RegisterFormProps = { onRegistered: (user: User) => void };

/** A customer's account: name, email address, password, and a phone number for those who want. */
export function RegisterForm({ onRegistered }: RegisterFormProps) {
  const register = useRegister();
  const { zone } = useViewerZone();
  const openedAt = useOpeningTime();
  const [errors, setErrors] = useState<FieldErrors>({});

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const surroundings = { timezone: zone, locale: regionalLocale(activeLocale()) };
    const registration = readRegistration(new FormData(event.currentTarget), surroundings);
    const wrong = checkRegistration(registration);
    setErrors(wrong);
    if (Object.keys(wrong).length > 0) return;
    register.mutate(registration, {
      onSuccess: ({ user }) => onRegistered(user),
      onError: (error) => setErrors(hasCode(error, 'EMAIL_IN_USE') ? { email: words.emailInUse } : serverFaults(error)),
    });
  };

  const field = (name: string) => ({ id: `register-${name}`, name, error: errors[name] });
  return (
    <form noValidate className="flex flex-col gap-5" onSubmit={submit}>
      <ErrorSummary
        errors={errors}
        idPrefix="register-"
        general={register.error !== null && Object.keys(errors).length === 0 ? explain(register.error) : undefined}
      />
      <TextField {...field('name')} label={words.name} autoComplete="name" maxLength={100} required />
      <TextField
        {...field('email')}
        label={words.email}
        type="email"
        inputMode="email"
        autoComplete="username"
        maxLength={254}
        required
      />
      <PasswordField
        id="register-password"
        autoComplete="new-password"
        hint={words.passwordHint}
        error={errors['password']}
      />
      <TextField {...field('phone')} label={words.phone} hint={words.phoneHint} type="tel" autoComplete="tel" />
      <ZoneLine>
        <p className="text-small text-muted">{words.zoneNote(describeZone(zone, openedAt))}</p>
      </ZoneLine>
      <Button type="submit" busy={register.isPending ? words.registering : undefined}>
        {words.register}
      </Button>
    </form>
  );
}
