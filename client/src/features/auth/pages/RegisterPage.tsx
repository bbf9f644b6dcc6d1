import { useNavigate, useSearchParams } from 'react-router-dom';
import { AuthCard } from '../components/AuthCard.tsx';
import { RegisterForm } from '../components/RegisterForm.tsx';
import { readReturnTo } from '../return-to.ts';
import { words } from '../words.ts';

export function RegisterPage() {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  return (
    <AuthCard title={words.register} other={{ question: words.haveAccount, label: words.signIn, path: '/login' }}>
      <RegisterForm onRegistered={(user) => void navigate(readReturnTo(search, user), { replace: true })} />
    </AuthCard>
  );
}
