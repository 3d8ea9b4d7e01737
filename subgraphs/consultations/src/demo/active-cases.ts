/** Demo consultations that experts are at work on: assigned, in session, interrupted, opinion due. */
import { day, hour, type DemoCase } from './demo-case.ts';
import { accepts, declines, dispatched, does, invites, signs } from './demo-step.ts';

// oxfmt-ignore
export const activeCases: readonly DemoCase[] = [
  {
    patient: 5, requester: 1, kind: 'CONSULTATION', urgency: 'URGENT', specialty: '心血管内科', diseaseCode: 'I50.0',
    reason: '心衰合并房颤，利尿后血压偏低，请调整用药',
    summary: '女，78岁，慢性心衰、房颤、高血压。呋塞米和沙库巴曲缬沙坦治疗后体重由66kg降至61.5kg，血压118/72mmHg，站立时头晕。心率78次/分，NT-proBNP 1320pg/mL，血肌酐由96升至118μmol/L。',
    minutesAgo: 40, status: 'ASSIGNED', steps: [...dispatched(2, 1), accepts(10, 2)],
  },
  {
    patient: 6, requester: 2, kind: 'FOLLOW_UP', urgency: 'ROUTINE', specialty: '儿科', diseaseCode: 'J45.9',
    reason: '哮喘控制三个月，请评估能否降级治疗',
    summary: '男童，5岁，支气管哮喘、变应性鼻炎，母亲陪同。氟替卡松每日两次、孟鲁司特每晚一次，三个月内夜间咳嗽一次，未用急救药。血氧饱和度98%，双肺呼吸音清。屋尘螨过敏。',
    minutesAgo: 90, status: 'ASSIGNED', steps: [...dispatched(6), accepts(8, 6)],
  },
  {
    patient: 20, requester: 10, kind: 'CONSULTATION', urgency: 'ROUTINE', specialty: '神经内科', diseaseCode: 'I69.3',
    reason: '脑梗死后头晕、行走不稳，请鉴别原因并指导康复',
    summary: '女，65岁，脑梗死一年余，遗留左侧肢体轻瘫。近一个月头晕，转头和起床时明显，每次不足一分钟，无耳鸣。血压138/84mmHg，无新发局灶体征。',
    minutesAgo: 3 * hour, status: 'ASSIGNED',
    steps: [
      ...dispatched(1),
      declines(7, 1, ['WRONG_SPECIALTY', '以头晕和卒中后平衡障碍为主，请转神经内科']),
      invites(9, 3),
      accepts(15, 3),
    ],
  },
  {
    patient: 1, requester: 1, kind: 'CONSULTATION', urgency: 'URGENT', specialty: '心血管内科', diseaseCode: 'I25.1',
    reason: '今晨胸闷20分钟，含服硝酸甘油后缓解，请判断是否需要转诊',
    summary: '女，68岁，冠心病、高血压。今晨6时活动后胸闷约20分钟，向左肩放射，含服硝酸甘油后缓解。到院血压148/86mmHg，心率78次/分，肌钙蛋白0小时阴性，心电图V5至V6导联T波低平，较前无动态变化。青霉素过敏。',
    minutesAgo: 34, status: 'IN_PROGRESS', steps: [...dispatched(1, 2), accepts(8, 1), does(22, 'START')],
  },
  {
    patient: 11, requester: 4, kind: 'MULTIDISCIPLINARY', urgency: 'ROUTINE', specialty: '肾内科', diseaseCode: 'E11.2',
    reason: '糖尿病肾病进展，请肾内科和内分泌科共同制定降糖与肾脏保护方案',
    summary: '男，62岁，2型糖尿病十二年，慢性肾脏病3期。两年内血肌酐由128升至187μmol/L，估算肾小球滤过率由52降至33mL/min，血红蛋白104g/L。血压146/88mmHg，糖化血红蛋白7.8%。现用甘精胰岛素16单位、厄贝沙坦150mg。',
    minutesAgo: 75, status: 'IN_PROGRESS',
    steps: [...dispatched(9, 5), accepts(9, 9), accepts(12, 5), does(55, 'START')],
  },
  {
    patient: 19, requester: 11, kind: 'CONSULTATION', urgency: 'URGENT', specialty: '呼吸内科', diseaseCode: 'J44.9',
    reason: '慢阻肺患者活动耐力下降，请评估家庭氧疗和吸入药物',
    summary: '男，79岁，慢阻肺，一年内急性加重两次住院。静息血氧饱和度90%，心率96次/分，体重由58kg降至54kg，mMRC评分3分。吸入装置使用方法欠规范。',
    minutesAgo: 58, status: 'INTERRUPTED',
    steps: [...dispatched(4), accepts(14, 4), does(30, 'START'), does(41, 'INTERRUPT', '村卫生室网络中断，改用文字继续')],
  },
  {
    patient: 10, requester: 3, kind: 'CONSULTATION', urgency: 'ROUTINE', specialty: '内分泌科', diseaseCode: 'E05.0',
    reason: '甲亢治疗中促甲状腺激素已回升，请指导甲巯咪唑减量',
    summary: '女，40岁，弥漫性毒性甲状腺肿，甲巯咪唑治疗两年。促甲状腺激素由0.01升至0.42mIU/L，心率80次/分，体重54kg。白细胞5.2×10⁹/L，肝功能正常。有妊娠计划。',
    minutesAgo: 4 * hour, status: 'AWAITING_OPINION',
    steps: [...dispatched(5), accepts(13, 5), does(60, 'START'), does(84, 'END')],
  },
  {
    patient: 25, requester: 16, kind: 'DIAGNOSIS', urgency: 'ROUTINE', specialty: '放射科', diseaseCode: 'R91',
    reason: '右肺上叶结节随访，请出具CT诊断意见',
    summary: '男，76岁，吸烟四十年。半年前低剂量CT示右肺上叶8mm部分实性结节，本次复查，图像已上传。体重下降3kg，无咯血。碘对比剂不良反应史，本次为平扫。',
    minutesAgo: day, status: 'AWAITING_OPINION',
    steps: [
      ...dispatched(7),
      accepts(16, 7),
      signs(95, 7, [
        '右肺上叶部分实性结节，大小约11mm×9mm，较前增大',
        'R91',
        '实性成分由3mm增至6mm，建议转胸外科和肿瘤科评估，两周内完成增强检查前的过敏预防会诊；暂不建议单纯随访。',
      ]),
    ],
  },
];
