"""One kind of file each: from its bytes, or its characters, to headings, paragraphs and notes."""
