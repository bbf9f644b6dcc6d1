import { AuthCard } from '../components/AuthCard.tsx';
import { ForgotPasswordForm } from '../components/ForgotPasswordForm.tsx';
import { passwordWords } from '../password-words.ts';
import { words } from '../words.ts';

export function ForgotPasswordPage() {
  return (
    <AuthCard
      title={passwordWords.forgot}
      other={{ question: passwordWords.remembered, label: words.signIn, path: '/login' }}
    >
      <ForgotPasswordForm />
    </AuthCard>
  );
}
