"""The fixed scripts of ours that stand in pages. The policy of every answer names each by its hash (`guards.policy`).

They hold nothing of a text: what they work on stands in attributes beside them.
"""

from components.model.limits import MOST_CHARACTERS, too_much

# Bring the sentence that the link names into view once the page stands.
SCROLL = (
    "<script>setTimeout(() => document.querySelector('.rd-linked')?.scrollIntoView({block: 'center'}), 150)</script>"
)

# A text is copied. Where a page was not loaded over https the browser keeps the clipboard closed; then a box of the page is
# copied from, as older browsers do it.
COPY = """<script>
if (!window.copiesTexts) {
  window.copiesTexts = true;
  document.addEventListener('click', async (event) => {
    const button = event.target.closest?.('.rd-copy');
    if (!button || button.dataset.said) return;
    const text = button.dataset.text;
    let copied = true;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const box = document.createElement('textarea');
      box.value = text;
      document.body.append(box);
      box.select();
      copied = document.execCommand('copy');
      box.remove();
      button.focus();
    }
    button.dataset.said = button.textContent;
    button.textContent = copied ? 'Copied' : 'Not copied';
    setTimeout(() => { button.textContent = button.dataset.said; delete button.dataset.said; }, 1600);
  });
}
</script>"""

# A button of a row is pressed: what it asks for is written into the box that hears it (`rows.hear`), as if it were typed there,
# with the moment before it, so that the same button is heard twice. Where the answer draws the row anew, its button keeps
# the focus.
PRESS = """<script>
if (!window.hearsPresses) {
  window.hearsPresses = true;
  const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
  let pressed = null;
  document.addEventListener('click', (event) => {
    const button = event.target.closest?.('[data-press]');
    const box = button && document.querySelector(`.st-key-heard_${button.dataset.place} input`);
    if (!box) return;
    pressed = button;
    write.call(box, `${performance.now()} ${button.dataset.press}`);
    box.dispatchEvent(new Event('input', { bubbles: true }));
    setTimeout(() => box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true })));
  });
  new MutationObserver(() => {
    if (!pressed || pressed.isConnected) return;
    const { place, press } = pressed.dataset;
    pressed = [...document.querySelectorAll('[data-press]')].find(({ dataset: d }) => d.place === place && d.press === press);
    if (document.activeElement === document.body) pressed?.focus({ preventScroll: true });
  }).observe(document.body, { childList: true, subtree: true });
}
</script>"""

# What is pressed stays in sight: where the sheet of a narrow screen comes to lie over it or close by, the page scrolls. A chart
# that is drawn anew has other marks, so what is kept is the height in the page, until the reader scrolls or presses a key.
IN_SIGHT = """<script>
if (!window.keepsInSight) {
  window.keepsInSight = true;
  const CLOSE_BY = 56;
  let pressed = null;
  const page = () => document.querySelector('[data-testid=stMain]');
  document.addEventListener('pointerdown', ({ target, clientY }) => {
    const counts = target.closest?.('.stMainBlockContainer') && !target.closest('[class*="st-key-answer_"]');
    pressed = counts ? page().scrollTop + clientY : null;
  }, true);
  const forget = (event) => { if (event.isTrusted) pressed = null; };
  for (const by of ['wheel', 'touchmove', 'keydown']) document.addEventListener(by, forget, { capture: true, passive: true });
  new MutationObserver(() => {
    if (pressed === null) return;  // while a page is drawn nobody has pressed anything
    const sheet = document.querySelector('[class*="st-key-answer_"]')?.parentElement;
    if (!sheet?.checkVisibility() || getComputedStyle(sheet).position !== 'fixed') return;
    const covered = pressed - page().scrollTop + CLOSE_BY - sheet.getBoundingClientRect().top;
    if (covered > 0) page().scrollBy(0, covered);
  }).observe(document.body, { childList: true, subtree: true });
}
</script>"""

# What is opened by name with the keyboard is gone on with from there: the list that was chosen from is drawn anew, empty, and
# the focus, which would fall to the top of the page, goes to the first statement of the answer, or to its first button.
FOLLOW = """<script>
if (!window.followsChoices) {
  window.followsChoices = true;
  let list = null;
  document.addEventListener('keydown', ({ key, target }) => {
    list = key === 'Enter' && target.matches?.('[class*="st-key-content_"] [role=combobox]') ? target : null;
  }, true);
  document.addEventListener('pointerdown', () => { list = null; }, true);
  new MutationObserver(() => {
    if (!list || list.isConnected || document.activeElement !== document.body) return;
    const answer = document.querySelector('[class*="st-key-answer_"]');
    const first = answer?.querySelector('.rd-over') ?? answer?.querySelector('[class*="st-key-close_"] button');
    if (!first) return;
    list = null;
    first.focus({ preventScroll: true });
  }).observe(document.body, { childList: true, subtree: true });
}
</script>"""

# What is closed is gone on with from where it was opened: the focus, which would fall to the top of the page, goes to what was
# pressed beside the panel, or where that has no focus, as a mark of a chart, to the part of the page in which it stands.
BACK = """<script>
if (!window.goesBack) {
  window.goesBack = true;
  const KEYED = '[class*="st-key-"]', CONTENT = '[class*="st-key-content_"]', ANSWER = '[class*="st-key-answer_"]';
  const CLOSE = '[class*="st-key-close_"] button', CONTROL = 'button, a, input, summary';
  const page = () => document.querySelector('.stMainBlockContainer');
  const name = (control) => control?.getAttribute('aria-label') || control?.textContent;
  let opened = null, closing = false;
  const remember = ({ target, key }) => {
    closing = Boolean(target.closest?.(CLOSE)) || key === 'Escape' && Boolean(document.querySelector(CLOSE));
    if (closing || key && key !== 'Enter' && key !== ' ') return;
    const control = target.closest?.(CONTROL), part = target.closest?.(KEYED);
    if (!part || !page()?.contains(part) || part.closest(ANSWER)) return;
    const its = [...part.classList].find((each) => each.startsWith('st-key-'));
    opened = { on: location.pathname, control, says: name(control), part: its };
  };
  for (const by of ['pointerdown', 'keydown']) document.addEventListener(by, remember, true);
  const place = () => {
    const content = document.querySelector(CONTENT), { on, control, says, part } = opened ?? {};
    if (!content || on !== location.pathname) return content;
    if (control?.isConnected) return control;
    const again = says && [...page().querySelectorAll(control.localName)].find((each) => name(each) === says);
    return again || page().getElementsByClassName(part)[0] || content;
  };
  new MutationObserver(() => {
    if (!closing || document.querySelector(CLOSE)) return;
    const nowhere = document.activeElement === document.body || document.activeElement.matches('[data-testid=stMain]');
    const there = nowhere && place();
    if (!there) return;
    const part = !there.matches(CONTROL);
    if (part) there.tabIndex = -1;
    there.focus({ preventScroll: part });
  }).observe(document.body, { childList: true, subtree: true });
}
</script>"""

# On a narrow screen the statement that is looked at stands above the list from which it is chosen: it comes into view.
LOOK = """<script>
if (!window.looksAtRows) {
  window.looksAtRows = true;
  let wanted = null;
  const look = () => {
    const statement = wanted && document.querySelector('.rd-statement');
    if (!statement || statement.querySelector('sup')?.textContent !== wanted) return;
    wanted = null;
    const { top, bottom } = statement.getBoundingClientRect();
    if (top < parseFloat(getComputedStyle(statement).scrollMarginTop) || bottom > innerHeight) statement.scrollIntoView();
  };
  document.addEventListener('click', ({ target }) => {
    wanted = target.closest?.('[data-place=review_queue]')?.dataset.press.split(' ')[1] ?? null;
    look();
  }, true);
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
}
</script>"""

# A button that moves while it is held is pressed all the same: where what was typed is left by the press, its answer may come in
# between and put something above the button. Let go elsewhere, it is not.
HELD = """<script>
if (!window.mindsWhatIsHeld) {
  window.mindsWhatIsHeld = true;
  const A_HAND = 6;
  let held = null;
  document.addEventListener('pointerdown', ({ target, button, clientX: x, clientY: y }) => {
    const pressed = button === 0 && target.closest?.('.stMainBlockContainer button');
    held = pressed ? { pressed, x, y } : null;
  }, true);
  document.addEventListener('pointerup', ({ target, clientX, clientY }) => {
    const was = held;
    held = null;
    if (!was?.pressed.isConnected || was.pressed.contains(target)) return;
    if (Math.hypot(clientX - was.x, clientY - was.y) < A_HAND) setTimeout(() => was.pressed.click());
  }, true);
}
</script>"""

# A tab remembers for which shipped article a text was attached, and says where the session does not have it any longer.
WATCH = """<script>
if (!window.watchesAttached) {
  window.watchesAttached = true;
  const look = () => {
    const notice = document.querySelector('.rd-gone');
    if (!notice) return;
    const key = 'readout-attached-' + notice.dataset.article, has = notice.dataset.has;
    if (has === 'yes') sessionStorage.setItem(key, has);
    if (has === 'taken') sessionStorage.removeItem(key);
    notice.hidden = has !== 'no' || !sessionStorage.getItem(key);
  };
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
  look();
}
</script>"""

_TOO_LONG, _AND_MORE = too_much(MOST_CHARACTERS + 1, MOST_CHARACTERS, "characters").split(f"{MOST_CHARACTERS + 1:,}")

# A text that no box takes is refused where it is pasted. Were it sent, the server would close the
# connection (`maxWidgetStateSize`), the browser would connect and send it again, and so on, and nobody would be told.
LONG_PASTE = f"""<p class="rd-too-long" role="status" hidden>{_TOO_LONG}<span></span>{_AND_MORE}</p><script>
if (!window.watchesPastes) {{
  window.watchesPastes = true;
  document.addEventListener('beforeinput', (event) => {{
    const box = event.target, notice = document.querySelector('.rd-too-long');
    if (!notice || typeof box.value !== 'string') return;
    const stays = box.value.length - (box.selectionEnd - box.selectionStart);
    const length = stays + (event.data ?? event.dataTransfer?.getData('text/plain') ?? '').length;
    notice.hidden = length <= {MOST_CHARACTERS};
    if (notice.hidden) return;
    notice.querySelector('span').textContent = length.toLocaleString('en');
    event.preventDefault();
  }}, true);
}}
</script>"""

ON_EVERY_PAGE = (LONG_PASTE, COPY, PRESS, HELD, FOLLOW, BACK, LOOK, IN_SIGHT)
"""What `frame` draws, and the policy of `guards` allows beside the scripts of single pages."""
