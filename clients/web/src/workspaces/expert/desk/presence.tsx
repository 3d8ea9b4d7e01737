/** 在线 or 离线, and what it means; the coordinator sees it at once. */
import { Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation, useQuery } from 'urql';
import { problemIn } from '../../../graph/problem.ts';
import { ProblemState } from '../../../shared/feedback/problem-state.tsx';
import { UnavailablePart } from '../../../shared/feedback/unavailable-part.tsx';
import { ExpertPresenceDocument, SetPresenceDocument } from '../me.graphql.ts';
import styles from './desk.module.css';

export function Presence({ myId }: { myId: string }) {
  const { t } = useTranslation('expert');
  const [{ data, error }] = useQuery({
    query: ExpertPresenceDocument,
    variables: { id: myId },
    requestPolicy: 'cache-and-network',
  });
  const [{ error: refused, fetching }, setPresence] = useMutation(SetPresenceDocument);
  const [wanted, setWanted] = useState<boolean | null>(null);
  const expert = data?.expert;
  if (!expert) return error ? <UnavailablePart part={t('presence.label')} /> : <div className={styles['presence']} />;
  const online = wanted ?? expert.online;
  const state = online ? 'online' : 'away';
  const change = async (next: boolean) => {
    setWanted(next);
    await setPresence({ online: next });
    setWanted(null);
  };
  const problem = problemIn(refused);
  return (
    <div className={styles['presence']} data-presence={state}>
      <label className={styles['switch']}>
        <Switch
          checked={online}
          loading={fetching}
          aria-label={t('presence.label')}
          onChange={(next) => void change(next)}
        />
        <strong className={styles[state]}>{t(`presence.${state}`)}</strong>
      </label>
      <span className={styles['quiet']}>{t(`presence.${state}Means`)}</span>
      {problem && <ProblemState problem={problem} />}
    </div>
  );
}
