import { Link, useNavigate, useSearchParams } from 'react-router-dom';
import { Notice, type NoticeText } from '../../../components/ui/index.ts';
import { AuthCard } from '../components/AuthCard.tsx';
import { SignInForm } from '../components/SignInForm.tsx';
import { readReturnTo } from '../return-to.ts';
import { useNewPasswordOf } from '../sign-in-state.ts';
import { signInWords } from '../sign-in-words.ts';
import { words } from '../words.ts';

const changed: NoticeText = { tone: 'ok', title: signInWords.changed, text: signInWords.changedText };

export function LoginPage() {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const email = useNewPasswordOf();
  return (
    <AuthCard title={words.signIn} other={{ question: words.newHere, label: words.register, path: '/register' }}>
      <Notice notice={email === undefined ? undefined : changed} />
      <SignInForm email={email} onSignedIn={(user) => void navigate(readReturnTo(search, user), { replace: true })} />
      <p>
        <Link
          to={{ pathname: '/forgot-password', search: search.toString() }}
          className="inline-flex min-h-11 items-center font-medium text-link underline"
        >
          {signInWords.forgot}
        </Link>
      </p>
    </AuthCard>
  );
}
