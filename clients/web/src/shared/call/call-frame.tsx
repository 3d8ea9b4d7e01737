/** The call from the lobby to the room and back; where there is no video server it says how to go on without. */
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadingState } from '../feedback/loading-state.tsx';
import { ProblemState } from '../feedback/problem-state.tsx';
import { type CallOf, type CalledConsultation, isRoomOpen } from './call-of.ts';
import type { Senses } from './call-session.ts';
import { Lobby } from './lobby.tsx';
import styles from './lobby.module.css';
import { NoVideo } from './no-video.tsx';
import { SessionSteps } from './session-steps.tsx';
import { type RoomAccess, useRoomAccess } from './use-room-access.ts';
import { lazily } from '../loading/lazily.ts';

// The video library is heavy, and only whoever goes in needs it.
const CallRoom = lazily(async () => (await import('./call-room.tsx')).CallRoom);

export function CallFrame({ consultation, role, readAgain }: CallOf) {
  const { t } = useTranslation('call');
  return (
    <section className={styles['call']} aria-labelledby="call-title">
      <h2 id="call-title" className={styles['title']}>
        {t('title')}
      </h2>
      <SessionSteps consultation={consultation} readAgain={readAgain} />
      {isRoomOpen(consultation) ? (
        <OpenRoom consultation={consultation} role={role} />
      ) : (
        <p className={styles['quiet']}>{t(`shut.${shutAs(consultation.status)}`)}</p>
      )}
    </section>
  );
}

function OpenRoom({ consultation, role }: Pick<CallOf, 'consultation' | 'role'>) {
  const { access, asking, problem, noVideo, ask } = useRoomAccess(consultation.id);
  const [inside, setInside] = useState<{ access: RoomAccess; senses: Senses } | null>(null);
  const goIn = async (senses: Senses) => {
    const fresh = await ask();
    if (fresh) setInside({ access: fresh, senses });
  };
  if (noVideo) return <NoVideo />;
  if (inside) {
    return (
      <Suspense fallback={<LoadingState rows={3} />}>
        <CallRoom {...inside} consultation={consultation} ask={ask} onOut={() => setInside(null)} />
      </Suspense>
    );
  }
  return (
    <>
      {problem && <ProblemState problem={problem} onRetry={() => void ask()} />}
      <Lobby
        consultation={consultation}
        role={role}
        profile={access?.video ?? null}
        asking={asking}
        onJoin={(senses) => void goIn(senses)}
      />
    </>
  );
}

function shutAs(status: CalledConsultation['status']): 'over' | 'early' {
  return status === 'AWAITING_OPINION' || status === 'COMPLETED' || status === 'CANCELLED' ? 'over' : 'early';
}
