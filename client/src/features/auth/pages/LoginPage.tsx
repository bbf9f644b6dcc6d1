import { useNavigate, useSearchParams } from 'react-router-dom';
import { AuthCard } from '../components/AuthCard.tsx';
import { SignInForm } from '../components/SignInForm.tsx';
import { readReturnTo } from '../return-to.ts';
import { words } from '../words.ts';

export function LoginPage() {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  return (
    <AuthCard title={words.signIn} other={{ question: words.newHere, label: words.register, path: '/register' }}>
      <SignInForm onSignedIn={(user) => void navigate(readReturnTo(search, user), { replace: true })} />
    </AuthCard>
  );
}
