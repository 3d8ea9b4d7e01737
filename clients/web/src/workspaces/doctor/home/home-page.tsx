/** What now? What waits for the doctor comes first, then what waits for others, live; beside it who is on duty. */
import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { LoadingState } from '../../../shared/feedback/loading-state.tsx';
import { ProblemState } from '../../../shared/feedback/problem-state.tsx';
import { OnDuty } from '../duty/on-duty.tsx';
import { Frame } from '../frame/frame.tsx';
import { CaseLists } from './case-lists.tsx';
import styles from './home.module.css';
import { Lately } from './lately.tsx';
import { useCases } from './use-cases.ts';

export function HomePage() {
  const { t } = useTranslation('doctor');
  const navigate = useNavigate();
  const { cases, problem } = useCases();
  return (
    <Frame>
      <div className={styles['page']}>
        <header className={styles['head']}>
          <h1>{t('home.title')}</h1>
          <Button
            type="primary"
            size="large"
            icon={<PlusOutlined />}
            onClick={() => void navigate('/doctor/patients?new')}
          >
            {t('home.new')}
          </Button>
        </header>
        <div className={styles['cases']}>
          {problem && <ProblemState problem={problem} />}
          {!cases && !problem && <LoadingState rows={6} />}
          {cases && <CaseLists cases={cases} />}
          <Lately />
        </div>
        <aside className={styles['aside']}>
          <OnDuty />
        </aside>
      </div>
    </Frame>
  );
}
