import { currentStep, guard, setBusy, showProblem, showStep } from './dialog.js';
import { embedding, receiveOptions, tellHost } from './host.js';
import { prepareForm, readMethod, showFieldError } from './method-form.js';
import { fetchOrder, Refusal, sendAnswer, sendPayment } from './requests.js';
import { formatAmount, speak } from './texts.js';

/**
 * The flow of the test checkout: choose a method, pass the bank's page, end paid or try again. The shop hears of every
 * failure, of the payment, and of the customer's leaving.
 */
let words = speak('en');
if (embedding.parent === '' && !embedding.isHosted) showProblem(words.standalone);
const options = await receiveOptions();
words = speak(options.language);

let isBusy = false;
/** The payment that waits for the bank's answer. */
let pendingPayment = null;
let stepBeforeLeaving = 'method';

function show(id, text) {
  document.getElementById(id).textContent = text;
}

async function start() {
  show('title', options.name || words.testTitle);
  show('description', options.description ?? '');
  if (/^#[0-9a-f]{3,8}$/i.test(options.color ?? '')) document.body.style.setProperty('--accent', options.color);
  guard(options, askToLeave);
  showStep('loading');
  await once(async () => showOrder(await fetchOrder()));
}

function showOrder(order) {
  const amount = formatAmount(order.amount, order.currency);
  const payer = [options.prefill.email, options.prefill.contact].filter(Boolean).join(', ');
  show('amount', amount);
  show('order', order.orderId);
  show('pay', words.pay(amount));
  show('payer', payer);
  document.getElementById('payer-row').hidden = payer === '';
  document.getElementById('summary').hidden = false;
  prepareForm({ order, words, preferred: options.prefill.method });
  showStep('method');
}

/** One request at a time: a second press while one is under way does nothing, so nobody pays twice. */
async function once(work) {
  if (isBusy) return;
  isBusy = true;
  setBusy(true);
  showProblem();
  try {
    await work();
  } catch (error) {
    if (error instanceof Refusal) refused(error.body);
    else showProblem(words.unreachable);
  } finally {
    isBusy = false;
    setBusy(false);
  }
}

/** A slip in a field is shown there; anything else, such as an order that is paid, no other method can mend. */
function refused(error) {
  if (currentStep() === 'loading') showProblem(error.description);
  else if (!showFieldError(error.field, error.description)) {
    failed({ ...error, metadata: { order_id: embedding.orderId, ...error.metadata } }, '');
  }
}

function pay() {
  const method = readMethod(words);
  if (!method) return;
  void once(async () => {
    const { amount, description, notes, prefill } = options;
    const { email = null, contact = null } = prefill;
    proceed(await sendPayment({ amount, description, notes, email, contact, method }));
  });
}

function answer(given) {
  void once(async () => proceed(await sendAnswer(pendingPayment, given)));
}

function proceed(result) {
  if (result.outcome === 'bank') {
    pendingPayment = result.paymentId;
    showStep('bank');
    return;
  }
  pendingPayment = null;
  if (result.outcome === 'paid') tellHost({ type: 'paid', response: result.response });
  else failed(result.error);
}

function failed(error, hint = words.retry) {
  pendingPayment = null;
  tellHost({ type: 'failed', error });
  showStep('method');
  showProblem(`${error.description} ${hint}`);
}

function askToLeave() {
  if (isBusy || currentStep() === 'leave') return;
  const isAtBank = pendingPayment !== null && currentStep() === 'bank';
  if (!isAtBank && !options.confirmClose) {
    tellHost({ type: 'dismissed' });
    return;
  }
  stepBeforeLeaving = currentStep();
  show('leave-text', isAtBank ? words.leaveBankText : words.leaveText);
  showProblem();
  showStep('leave');
}

/** Gives up a payment that waits at the bank; where the sandbox cannot be told, the payment times out by itself. */
async function leave() {
  if (pendingPayment !== null && stepBeforeLeaving === 'bank') {
    await once(async () => proceed(await sendAnswer(pendingPayment, 'cancel')));
  }
  // Without effect when the cancelling came too late and the shop has heard of the payment instead.
  tellHost({ type: 'dismissed' });
}

const actions = {
  success: () => answer('success'),
  failure: () => answer('failure'),
  cancel: () => answer('cancel'),
  later: () => {
    showProblem();
    showStep('later');
  },
  stay: () => showStep(stepBeforeLeaving),
  leave: () => void leave(),
};

for (const button of document.querySelectorAll('[data-action]')) {
  button.addEventListener('click', () => {
    if (!isBusy) actions[button.dataset.action]();
  });
}
document.getElementById('close').addEventListener('click', askToLeave);
document.getElementById('method-form').addEventListener('submit', (event) => {
  event.preventDefault();
  pay();
});

await start();
