/** The request is no longer this expert's to answer: who was first, where that is known, and the way back. */
import { CheckCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useQuery } from 'urql';
import type { Problem } from '../../../graph/problem.ts';
import { textIn } from '../../../shared/drafts/text-in.ts';
import { StateTag, consultationStatuses } from '../../../shared/state/state-tag.tsx';
import { timeOfDay } from '../../../shared/time/format-time.ts';
import styles from './gone.module.css';
import { ExpertNamedDocument } from './request.graphql.ts';

export function Gone({ conflict }: { conflict: Problem | null }) {
  const { t } = useTranslation('expert');
  const navigate = useNavigate();
  const told = (name: string) => textIn(conflict?.details, name);
  const first = useFirst(told('acceptedBy'), told('acceptedAt'));
  const status = consultationStatuses.find((known) => known === told('status'));
  return (
    <div className={styles['gone']} role="status">
      <CheckCircleOutlined aria-hidden className={styles['sign'] ?? ''} />
      <h1 className={styles['title']}>{first ?? t('gone.title')}</h1>
      {status && (
        <p>
          {t('gone.now')} <StateTag status={status} />
        </p>
      )}
      <p>{t(first === undefined ? 'gone.hint' : 'gone.nothing')}</p>
      <Button type="primary" onClick={() => void navigate('/expert')}>
        {t('gone.back')}
      </Button>
    </div>
  );
}

/** 王医生已于 14:03 接受此会诊, in one sentence. */
function useFirst(id: string | null, at: string | null): string | undefined {
  const { t } = useTranslation('expert');
  const [{ data }] = useQuery({ query: ExpertNamedDocument, variables: { id: id ?? '' }, pause: id === null });
  const practitioner = data?.expert?.practitioner;
  if (!practitioner || !at) return undefined;
  const title = t(`shared:title.${practitioner.title}`);
  return t('gone.first', { name: practitioner.name, title, time: timeOfDay(at) });
}
