"""The words of Readout as types: leaves, which know no article and no screen."""
