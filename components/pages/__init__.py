"""One file per page, each a story of headed steps. `components/ui/pages.py` lists them."""
