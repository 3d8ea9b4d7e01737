/** The expert's desk: am I there, who waits for my answer, what have I taken on, and what is done. */
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { useQuery } from 'urql';
import { EmptyState } from '../../../shared/feedback/empty-state.tsx';
import { LoadingState } from '../../../shared/feedback/loading-state.tsx';
import { ProblemState } from '../../../shared/feedback/problem-state.tsx';
import { UnavailablePart } from '../../../shared/feedback/unavailable-part.tsx';
import { useMyself } from '../use-myself.ts';
import { ChimeSwitch } from './chime-switch.tsx';
import { DeskList } from './desk-list.tsx';
import { DeskRowLink } from './desk-row.tsx';
import { ExpertDoneDocument } from './desk.graphql.ts';
import styles from './desk.module.css';
import { deskSections, layOutDesk } from './desk-state.ts';
import { Presence } from './presence.tsx';
import { useAnnounced } from './use-announced.ts';
import { useDesk } from './use-desk.ts';
import { usePatients } from './use-patients.ts';
import { useStillAsked } from './use-still-asked.ts';

export function DeskPage() {
  const { t } = useTranslation('expert');
  const myself = useMyself();
  const { desk, problem, lose } = useDesk();
  const { asked, taken } = useMemo(() => layOutDesk(desk, myself?.id ?? ''), [desk, myself?.id]);
  const ids = useMemo(() => [...desk.rows.keys()], [desk.rows]);
  const patients = usePatients(ids);
  const known = desk.known && myself !== null;
  useStillAsked(asked, lose);
  useAnnounced(asked, known);
  const done = useDone(desk.rows.size);
  return (
    <div className={styles['page']}>
      <header className={styles['bar']}>
        <h1 className={styles['title']}>{t('title')}</h1>
        {myself && <Presence myId={myself.id} />}
        <ChimeSwitch />
      </header>
      <JustAnswered />
      {problem && <ProblemState problem={problem} />}
      {patients.problem && <UnavailablePart part={t('patients')} />}
      <section aria-labelledby="asked">
        <h2 id="asked" className={styles['heading']}>
          {t('section.ASKED')} <span className="numerals">({asked.length})</span>
        </h2>
        {!known && !problem && <LoadingState rows={4} />}
        {known && asked.length === 0 && <EmptyState title={t('asked.none')} hint={t('asked.noneHint')} />}
        <ul aria-live="polite">
          {asked.map(({ row, invitation }) => (
            <li key={invitation.id}>
              <DeskRowLink row={row} invitation={invitation} patient={patients.of.get(row.id)} />
            </li>
          ))}
        </ul>
      </section>
      {known &&
        deskSections.map((section) => (
          <DeskList key={section} section={section} rows={taken[section]} patients={patients} />
        ))}
      <DeskList section="DONE" rows={done} patients={patients} />
    </div>
  );
}

/** Read again when something has left the desk. */
function useDone(onDesk: number) {
  const [{ data }, readAgain] = useQuery({ query: ExpertDoneDocument, requestPolicy: 'cache-and-network' });
  useEffect(() => readAgain({ requestPolicy: 'cache-and-network' }), [onDesk, readAgain]);
  return data?.consultations.nodes ?? [];
}

/** What became of the answer with which one came back here. */
function JustAnswered() {
  const { t } = useTranslation('expert');
  const state: unknown = useLocation().state;
  if (typeof state !== 'object' || state === null || !('declined' in state) || typeof state.declined !== 'string')
    return null;
  const rerouted = 'rerouted' in state && state.rerouted === true;
  return (
    <p role="status" className={styles['answered']}>
      {t(rerouted ? 'decline.rerouted' : 'decline.done', { number: state.declined })}
    </p>
  );
}
