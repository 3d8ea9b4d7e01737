/** A consultation on its way: how it stands, what to do now, the answer, the conclusion, and what happened so far. */
import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ConsultationText } from '../../../shared/consultation/consultation-text.tsx';
import { Images } from '../../../shared/consultation/images.tsx';
import { Invitations } from '../../../shared/consultation/invitations.tsx';
import { Opinions } from '../../../shared/consultation/opinions.tsx';
import { Timeline } from '../../../shared/consultation/timeline.tsx';
import type { Consultation } from '../../../shared/consultation/use-consultation.ts';
import { DropImages } from '../images/drop-images.tsx';
import { Paper } from '../paper/paper.tsx';
import { CaseHead } from './case-head.tsx';
import styles from './follow-case.module.css';
import { Now } from './now.tsx';
import { WriteConclusion } from './write-conclusion.tsx';

interface FollowCaseProps {
  readonly consultation: Consultation;
  readonly patientId: string | undefined;
  readonly readAgain: () => void;
}

const sendsImages = ['UNDER_REVIEW', 'PENDING', 'ASSIGNED', 'IN_PROGRESS', 'INTERRUPTED', 'AWAITING_OPINION'];

export function FollowCase({ consultation, patientId, readAgain }: FollowCaseProps) {
  const { t } = useTranslation('doctor');
  const { id, status, opinions, conclusion, availableActions } = consultation;
  const writes = availableActions.find((action) => action === 'COMPLETE' || action === 'AMEND');
  return (
    <>
      <div className={styles['page']}>
        <header className={styles['head']}>
          <CaseHead consultation={consultation} />
          {opinions.length > 0 && (
            <Button icon={<PrinterOutlined />} onClick={() => globalThis.print()}>
              {t('paper.print')}
            </Button>
          )}
        </header>
        <Now consultation={consultation} readAgain={readAgain} />
        <div className={styles['main']}>
          <Opinions opinions={opinions} conclusion={conclusion} />
          {writes && <WriteConclusion consultation={consultation} amends={writes === 'AMEND'} readAgain={readAgain} />}
          <ConsultationText consultation={consultation} />
          <Images id={id} />
          {patientId !== undefined && sendsImages.includes(status) && (
            <DropImages patientId={patientId} consultationId={id} />
          )}
        </div>
        <aside className={styles['aside']}>
          <Invitations invitations={consultation.invitations} />
          <Timeline entries={consultation.timeline} />
        </aside>
      </div>
      <Paper consultation={consultation} />
    </>
  );
}
