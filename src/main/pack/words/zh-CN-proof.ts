import type { ProofWords } from './proof-words.ts'

export const zhCNProof: ProofWords = {
  slip: {
    title: '此文件无法显示',
    lead: (number) => `本页代替附件 ${number}，以免任何文件被悄悄遗漏。文件未作改动，附于本 PDF。`,
    leadLost: (number) => `本页代替附件 ${number}，以免任何文件被悄悄遗漏。本 PDF 中没有该文件。`,
    attachedTitle: '文件附于本 PDF',
    attachedLead: (number) => `程序不把这类文件转成页面。附件 ${number} 未作改动，附于本 PDF。`,
    fileName: '文件名',
    size: '大小',
    type: '类型',
    length: '时长',
    lengthUnknown: '文件中未注明',
    units: ['小时', '分', '秒'],
    notes: '文字记录',
    noNotes: '无，也无转写稿',
    reason: '原因',
    caption: '用户说明的内容',
    howToOpen: '打开方法',
    openAttachment: (name) =>
      `用 Adobe Acrobat Reader 或 Firefox 打开本 PDF，在“附件”栏（回形针图标）中打开：${name}`,
    openNowhere: '请向用户索取该文件，并与下列校验值核对。',
    reasons: {
      'pdf-encrypted': 'PDF 有密码保护。',
      'pdf-broken': 'PDF 已损坏或没有页面。',
      'pdf-too-large': 'PDF 过大，无法逐页显示。',
      'image-broken': '图片已损坏，无法解码。',
      'image-too-large': '图片过大，无法在页面上显示。',
      'no-page-form': '程序不把这类文件转成页面。',
      'engine-gave-up': '文件无法解析完毕。',
      'object-missing': '文件库中没有该文件。',
      'object-changed': '文件库中的文件已变化，校验值不符。'
    },
    counted: '封面的状态没有把此文件计为证据。',
    mediaTypes: {
      'audio/*': '录音',
      'video/*': '视频',
      'image/*': '图片',
      'text/*': '文本',
      'application/pdf': 'PDF 文档',
      'message/rfc822': '电子邮件',
      'application/zip': '压缩包',
      'application/octet-stream': '未知类型的文件'
    }
  },
  written: {
    note: {
      text: (name) => `文件的文字内容，行号由程序标注。原文件已原样附上：${name}`,
      table: (name) => `文件内容按表格显示，各项内容未作改动，行号由程序标注。原文件已原样附上：${name}`,
      mail: (name) => `邮件的文字内容，不含版式，行号由程序标注。原邮件已原样附上：${name}`,
      messages: (name) => `短信的文字内容，行号由程序标注。原文件已原样附上：${name}`
    },
    fields: {
      from: '发件人',
      to: '收件人',
      cc: '抄送',
      date: '邮件日期',
      subject: '主题',
      id: '邮件编号',
      signature: '域名签名',
      attachments: '附件'
    },
    signature: (domain) => `DKIM：${domain}；程序未验证此签名`,
    attachment: (nth, name, size, where) =>
      `${nth} — ${name === '' ? '无文件名' : name}，${size}${where === null ? '' : `；${where}`}`,
    shownAfter: '见邮件之后的页面',
    onlyInLetter: '见原邮件',
    sameAs: '同一文件：',
    cut: (shown, all) => `此处显示第 1–${shown} 行，共 ${all} 行；其余见原文件。`,
    cutTable: (shown, all) => `此处显示表格第 1–${shown} 行，共 ${all} 行；其余见原文件。`
  },
  messages: {
    heads: ['行', '时间', '方向与号码', '短信内容'],
    zone: (zone) => `时间：${zone}`,
    directions: { in: '收到', out: '发出', unsent: '未发出' },
    party: {
      in: (number) => `来自 ${number}`,
      out: (number) => `发往 ${number}`,
      unsent: (number) => `发往 ${number}`
    },
    attachment: (nth, name) => (name === '' ? `附件${nth}` : `附件${nth}：${name}`),
    inFull: '完整图片见短信之后的页面',
    onlyInFile: '此处不显示，见原文件',
    all: (count, from, to) =>
      `文件中共有${count}条短信，${from === to ? `日期为${from}` : `${from}至${to}`}，已全部显示。`,
    declared: (declared, found) => `文件自称有${declared}条，实际含${found}条。`,
    unread: (count) => `另有${count}条没有日期或内容，未显示。`,
    cut: (shown, all) => `此处显示第1–${shown}条，共${all}条；其余见原文件。`,
    asInFile: '按时间排列；内容与文件一致，未作修改。收到的短信加底色并以向左箭头标示。'
  },
  verification: {
    lead: '任何人都可以验证，无须安装本程序，也无须联网。',
    what: [
      '这是什么',
      '本 PDF 内附有原始文件，与用户添加时完全相同。每个文件都有一个 SHA-256 校验值：由文件内容算出的 64 位字符。文件只要改动一个字节，校验值就会不同。'
    ],
    how: '如何验证',
    steps: [
      '用 Adobe Acrobat Reader 或 Firefox 打开 PDF，在“附件”栏（回形针图标）中保存要验证的文件。',
      '在文件所在的文件夹打开命令行，输入下列命令，把 FILE 换成文件名。',
      (checksums) =>
        `将得到的 64 个字符与第${checksums}页的清单比较。可复制后在 PDF 中查找（Ctrl+F），清单中的校验值没有空格，每隔 8 位以下划线分组，大小写等同。`
    ],
    photoStep: [
      'JPEG 照片没有另外附上：其字节原样存放在页面之中，可这样取出：',
      '命令中的页码是第一张照片所在的页，把 FILE.pdf 换成本 PDF 的文件名。取出的文件与原始文件逐字节相同。'
    ],
    proves: [
      '能证明什么',
      (checksums) =>
        `校验值一致，说明手中的文件与第${checksums}页清单所列文件逐字节相同。如果清单只见于本 PDF，一致仅说明附件与清单相符；如果清单或其校验值此前已交付，则说明文件自那时起未被改动。`
    ],
    provesNot: [
      '不能证明什么',
      '校验值不能说明文件由谁、在何时制作，也不能说明内容是否属实；它不能代替签名、公证或运营商的正式答复。目录中的日期取自文件本身或由用户填写。'
    ],
    changed: [
      '显示时的改动',
      '用户资料页的部分号码以圆点遮盖。外来 PDF 的页面已缩小，以留出页码位置；其中的链接和脚本已去除，已填写的栏目和批注作为页面的一部分显示。照片仅作旋转和缩放；图片的透明部分显示为白色。'
    ],
    example: '例',
    exampleText: (number, name) => `附件 ${number}（文件 ${name}）的校验值应为：`,
    note: (checksums) =>
      `PDF 文件自身的校验值无法印在文件内，由程序显示，用户另行交付。第${checksums}页的清单同时以 manifest.json 附于 PDF 内。`
  },
  checksums: {
    lead: (exhibits) => `${exhibits} 份附件。“存放位置”说明原始文件在哪里。`,
    heads: ['编号', '文件与 SHA-256', '字节', '存放位置', '页码'],
    attached: '附于 PDF',
    pageImage: '以页面图像存于 PDF 中',
    notThere: 'PDF 中没有',
    manifest: '清单 manifest.json'
  }
}
