/** Address and token with which a viewer of the expert's own reads one study over DICOMweb, asked for on demand: the token is short-lived. */
import { CopyOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { type Problem, problemIn } from '../../../graph/problem.ts';
import { ProblemState } from '../../../shared/feedback/problem-state.tsx';
import { timeOfDay } from '../../../shared/time/format-time.ts';
import styles from './request.module.css';
import { ExpertImageAccessDocument, type ExpertImageAccessQuery } from './request.graphql.ts';

type Access = NonNullable<ExpertImageAccessQuery['imagingStudy']>['dicomweb'];

export function ImageAccess({ uid }: { uid: string }) {
  const { t } = useTranslation('expert');
  const client = useClient();
  const [access, setAccess] = useState<Access | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const ask = async () => {
    const { data, error } = await client
      .query(ExpertImageAccessDocument, { uid }, { requestPolicy: 'network-only' })
      .toPromise();
    setProblem(problemIn(error));
    setAccess(data?.imagingStudy?.dicomweb ?? null);
  };
  if (problem) return <ProblemState problem={problem} onRetry={() => void ask()} />;
  if (!access) {
    return (
      <Button size="small" onClick={() => void ask()}>
        {t('images.open')}
      </Button>
    );
  }
  return (
    <div className={styles['access']} role="status">
      <p>{t('images.how', { time: timeOfDay(access.expiresAt) })}</p>
      <code>{access.root}</code>
      <p>
        <Copy text={access.root} label={t('images.copyAddress')} />
        <Copy text={access.token} label={t('images.copyToken')} />
      </p>
    </div>
  );
}

function Copy({ text, label }: { text: string; label: string }) {
  const { t } = useTranslation('expert');
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <Button size="small" icon={<CopyOutlined aria-hidden />} onClick={() => void copy()}>
      {copied ? t('images.copied') : label}
    </Button>
  );
}
