import type { ReviewWords } from './review-words.ts'

export const REVIEW_ZH: ReviewWords = {
  step: {
    account: '账户信息',
    identity: '身份证件',
    contact: '联系客服',
    payments: '清偿欠款',
    agreement: '解约协议',
    equipment: '归还设备',
    confirmation: '注销确认'
  },
  state: {
    open: '未开始',
    'in-progress': '进行中',
    waiting: '等待答复',
    warning: '需处理',
    overdue: '已逾期',
    done: '已完成',
    'not-needed': '无需办理'
  },
  warning: {
    'expires-before-issue': '证件到期日早于签发日。请核对两个日期。',
    'issued-before-birth': '证件签发日早于出生日期。请核对两个日期。',
    'document-expired': '证件已于 {date} 到期。请附上有效的证件。',
    'document-expires-early': '证件 {date} 到期，早于需要它的 {neededOn}。请附上另一份证件。',
    'attorney-expired': '委托书已于 {date} 到期，须重新办理。',
    'charge-after-effective': '{date} 的扣费晚于解约生效日。请要求运营商说明。',
    'effective-before-signed': '协议生效日早于签署日。请核对两个日期。',
    'signed-while-owed': '签署当日还欠 {amount}。请先结清，以免产生违约金。',
    'signed-before-return': '签署时尚未归还：{device}。请归还并取得凭证。',
    'notice-too-short': '按通知期限，合同最早 {date} 终止。请核对日期。',
    'imei-wrong': 'IMEI 校验不符：{device}。IMEI 为 15 位数字，请用 *#06# 核对。',
    'locks-on': '归还时账号或锁尚未解除：{device}。',
    'confirmed-before-agreed': '确认早于协议签署。请核对两个日期。'
  },
  lack: {
    'contract-number': '填写 contract.number。',
    'closing-reason': '填写 closing.reason。',
    'contract-proof': '附上服务合同。',
    'document-number': '填写 document.number。',
    'identity-proof': '附上证件副本。',
    'attorney-number': '填写 representative.attorneyNumber。',
    request: '向客服提出销号，并用 closeout contact 记下。',
    'request-proof': '附上销号请求的凭证。',
    'ledger-empty': '用 payments.entry 记下账单和付款。',
    owed: '还清 {amount}。',
    'payment-proof': '补上 {date} 付款的凭证。',
    'agreement-signed': '填写 agreement.signedOn。',
    'agreement-effective': '填写 agreement.effectiveOn。',
    'agreement-proof': '附上已签字的协议。',
    'equipment-unknown': '用 closeout device 登记设备，或设 equipment.nothingToReturn=yes。',
    'device-return': '归还：{device}',
    'device-proof': '补上归还凭证：{device}',
    confirmation: '运营商确认后填写 confirmation.receivedAt。',
    'confirmation-proof': '附上确认文件。'
  },
  waiting: {
    answer: '对方承诺 {date} 前答复。',
    agreement: '{date} 已提交申请。',
    confirmation: '自 {date} 起等待确认。'
  },
  setByHand: '手动设定：{reason}',
  obligation: {
    identity: '身份已证明',
    request: '请求已提出',
    dues: '欠款已结清',
    agreement: '协议已订立',
    equipment: '设备已归还',
    confirmation: '注销已确认'
  },
  level: { none: '无', stated: '仅陈述', documented: '有文件', corroborated: '有印证' },
  due: {
    promise: '对方承诺：{promised}',
    'claim-answer': '索赔答复 {reference}',
    'follow-up': { agreement: '催办解约协议', confirmation: '催要注销确认', request: '未获答复，再次联系' },
    'document-expiry': '身份证件到期',
    'attorney-expiry': '委托书到期',
    'planned-closing': '计划销号日',
    notice: '按通知期限最后的申请日',
    'term-end': '最低在网期满',
    'payment-proof': '补上 {date} 付款的凭证'
  },
  overdue: '已逾期',
  readiness: '证明力：{all} 项中 {proven} 项有文件',
  dues: '期限：',
  noDues: '没有到期事项。'
}
