"""Buttons that copy: fixed HTML with the text to copy in an attribute, and one fixed script of ours that copies it.

The platform has no button that copies without a round trip to the server, where the clipboard is out of reach.
"""

from components.model.safe import html_text

# Fixed script of ours, named by its hash in the policy (`guards`). Where a page was not loaded over https the browser keeps
# the clipboard closed; then a box of the page is copied from, as older browsers do it.
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


def copy_button(says: str, text: str) -> str:
    """A button of HTML that copies a text; `says` is what stands on it."""
    return f'<button type="button" class="rd-copy" data-text="{html_text(text)}">{html_text(says)}</button>'
