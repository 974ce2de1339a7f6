"""What stands between a draft and the public: checks, embargoes, and who may do what."""
