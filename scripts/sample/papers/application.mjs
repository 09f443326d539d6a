// The subscriber's application to end the contract, with the operator's mark of receipt.
import { APPLICATION, CALL, CONTRACT, OPERATOR, PASSPORT, PHONE, shortDate, SUBSCRIBER } from '../story.mjs'
import { boxStamp, document, sheet, signed } from './paper.mjs'

const CSS = `
body { font:11.5pt/1.6 'Noto Serif','Noto Sans SC' } .to { margin-left:82mm; font-size:10.5pt; line-height:1.5 }
h1 { text-align:center; font-size:14pt; margin:20mm 0 6mm } p { margin:0 0 3mm; text-align:justify; text-indent:10mm } ol { margin:0 0 4mm; padding-left:16mm }`

export function application() {
  const body = `<div class="to">${OPERATOR.legalName}<br>${OPERATOR.address}<br><br>от абонента ${SUBSCRIBER.names.cyrillic}<br>${SUBSCRIBER.names.latin} · ${SUBSCRIBER.names.chinese}<br>
паспорт ${PASSPORT.number}<br>${SUBSCRIBER.email}, ${SUBSCRIBER.phone}</div>
<h1>Заявление о расторжении договора</h1>
<p>Прошу расторгнуть договор №&nbsp;${CONTRACT.number} от ${shortDate(CONTRACT.on)} и прекратить обслуживание номера ${PHONE.shown} с 20.10.2026 в связи с переездом в другую страну. Порядок согласован по телефону ${shortDate(CALL.on)}, обращение № ${CALL.reference}.</p>
<p>Также прошу:</p><ol><li>выставить заключительный счёт за октябрь 2026 г.;</li><li>вернуть остаток аванса на счёт 40817 000 0 0000 0000745 в <span style="white-space:nowrap">АО «Пример-Банк»</span>;</li>
<li>принять роутер ОБР-2, серийный номер 00000274500;</li><li>подтвердить отключение номера письмом на ${SUBSCRIBER.email}.</li></ol>
<p>Подтверждаю, что банки и другие службы, связанные с этим номером, переведены на новый.</p>
<div style="display:flex;justify-content:space-between;margin-top:16mm"><span>${shortDate(APPLICATION.on)}</span>${signed({ who: 'subscriber', name: 'Вэй&nbsp;Жоси' })}</div>

${boxStamp({ style: 'left:24mm;top:32mm;rotate:-3deg', lines: [OPERATOR.legalName, 'салон № 00 · ОБРАЗЕЦ', `Вх. № ${APPLICATION.number}`, `${shortDate(APPLICATION.on)} · 13:40`] })}`
  return document({
    body: sheet({ body, foot: 'Заявление абонента, второй экземпляр', number: 1, of: 1 }),
    css: CSS
  })
}
