import type { User } from '@serene/shared/contracts';
import { useState, type SubmitEvent } from 'react';
import { Button, Card, ErrorSummary, TextField } from '../../../components/ui/index.ts';
import { faults, fieldText, serverFaults, type FieldErrors } from '../../../lib/forms/field-errors.ts';
import { isPhone, readPhone } from '../../../lib/forms/phone.ts';
import { useSaveAccount } from '../api/account.ts';
import { detailsWords as words } from '../words.ts';
import { SaveOutcome } from './SaveOutcome.tsx';

type DetailsFormProps = { user: User };

/** The name that others see, and the phone number that the checkout begins with. */
export function DetailsForm({ user }: DetailsFormProps) {
  const save = useSaveAccount();
  const [errors, setErrors] = useState<FieldErrors>({});

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const name = fieldText(form, 'name');
    const phone = readPhone(form);
    const wrong = faults({
      name: name === '' && words.enterName,
      phone: phone !== '' && !isPhone(phone) && words.enterPhone,
    });
    setErrors(wrong);
    if (Object.keys(wrong).length > 0) return;
    const change = { name, phone: phone === '' ? null : phone };
    save.mutate(change, { onError: (error) => setErrors(serverFaults(error)) });
  };

  const isAtField = Object.keys(errors).length > 0;
  return (
    <Card title={words.title}>
      <form
        noValidate
        className="flex flex-col gap-5"
        onSubmit={submit}
        onChange={() => save.isSuccess && save.reset()}
      >
        <ErrorSummary errors={errors} idPrefix="details-" />
        <TextField
          id="details-name"
          name="name"
          label={words.name}
          hint={words.nameHint}
          autoComplete="name"
          maxLength={100}
          defaultValue={user.name}
          error={errors['name']}
          required
        />
        <TextField
          id="details-phone"
          name="phone"
          type="tel"
          label={words.phone}
          hint={words.phoneHint}
          autoComplete="tel"
          defaultValue={user.phone ?? ''}
          error={errors['phone']}
        />
        <Button type="submit" className="self-start" busy={save.isPending ? words.saving : undefined}>
          {words.save}
        </Button>
        {!isAtField && <SaveOutcome save={save} />}
      </form>
    </Card>
  );
}
