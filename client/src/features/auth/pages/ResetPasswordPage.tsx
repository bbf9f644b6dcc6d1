import { useState } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import { buttonClass, Notice, type NoticeText } from '../../../components/ui/index.ts';
import { AuthCard } from '../components/AuthCard.tsx';
import { NewPasswordForm } from '../components/NewPasswordForm.tsx';
import { useLinkToken } from '../link-token.ts';
import { passwordWords } from '../password-words.ts';
import { signInState } from '../sign-in-state.ts';
import { words } from '../words.ts';

const dead: NoticeText = { tone: 'warn', title: passwordWords.dead, text: passwordWords.deadText };

/** Where the mail about a forgotten password leads. */
export function ResetPasswordPage() {
  const token = useLinkToken();
  return <ChoosePassword key={token} token={token} />;
}

function ChoosePassword({ token }: { token: string }) {
  const [isDead, setDead] = useState(token === '');
  const navigate = useNavigate();
  return (
    <AuthCard
      title={passwordWords.choose}
      other={{ question: passwordWords.remembered, label: words.signIn, path: '/login' }}
    >
      {isDead ? (
        <>
          <Notice notice={dead} />
          <Link to="/forgot-password" className={buttonClass('secondary')}>
            {passwordWords.askAgain}
          </Link>
        </>
      ) : (
        <NewPasswordForm
          token={token}
          onDead={() => setDead(true)}
          onChanged={(email) => void navigate('/login', { replace: true, state: signInState(email) })}
        />
      )}
    </AuthCard>
  );
}
