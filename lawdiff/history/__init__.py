"""The engine: effects and witnessed wordings in, timelines and the act on a day out."""
